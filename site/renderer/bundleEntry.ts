/// <reference types="astro/client" />
import {createApp} from 'astro/app/entrypoint'

export {sitePages} from '#queries/sitePages.ts'

/** Whole pages at once: nobody reads them while they are made. */
export const app = createApp({streaming: false})

/** Pages are loaded when they are first asked for; their queries are asked by name before that. */
export const queries = import.meta.glob('../src/queries/*.ts', {eager: true})
