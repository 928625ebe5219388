import {createApp} from 'astro/app/entrypoint'

export {sitePages} from '#queries/sitePages.ts'

/** Whole pages at once: nobody reads them while they are made. */
export const app = createApp({streaming: false})
