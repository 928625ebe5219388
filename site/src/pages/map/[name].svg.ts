import type {APIRoute} from 'astro'

import {content} from '#content/content.ts'
import {basinOutlines} from '#queries/basinMap.ts'

/** The drawing under the map of the home pages, named by the digest of its content. */
export function getStaticPaths() {
  const drawing = basinOutlines(content)
  return drawing ? [{params: {name: drawing.file.replace(/\.svg$/, '')}}] : []
}

export const GET: APIRoute = () =>
  new Response(basinOutlines(content)?.svg ?? '', {headers: {'content-type': 'image/svg+xml'}})
