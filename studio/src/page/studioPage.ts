import {withoutRemoteFonts} from './withoutRemoteFonts.ts'

/** What the page tells the Studio in it. An empty `lakeUrl` means hosted Sanity. */
export interface StudioPageSettings {
  lakeUrl: string
  projectId: string
  dataset: string
  /** Where visitors read what is published, for links to it; absent where nobody knows. */
  siteUrl?: string
}

const REMOTE_SCRIPT = /<script\b[^>]*\bsrc="(?:https?:)?\/\/[^>]*>\s*<\/script>/g
const REMOTE_LINK = /<link\b[^>]*\bhref="(?:https?:)?\/\/[^>]*>/g
const OWN_META = /<meta\b[^>]*\bname="(?:lake-url|project-id|dataset|site-url)"[^>]*>/g

/**
 * The Studio's page for one backend: tells it where its content is and its lake who shows a picture, fetches nothing from
 * other hosts, and lets people magnify it. Takes and gives HTML as `sanity build` writes it.
 */
export function studioPage(
  html: string,
  {lakeUrl, projectId, dataset, siteUrl}: StudioPageSettings,
): string {
  const metas = [meta('lake-url', lakeUrl), meta('project-id', projectId), meta('dataset', dataset)]
  if (siteUrl) metas.push(meta('site-url', siteUrl))
  return withoutRemoteFonts(html)
    .replace(REMOTE_SCRIPT, '')
    .replace(REMOTE_LINK, '')
    .replace(OWN_META, '')
    .replace(/<meta\b[^>]*\bname="referrer"[^>]*>/, meta('referrer', 'strict-origin'))
    .replace(/,\s*maximum-scale=1\b/, '')
    .replace(/<title>[^<]*<\/title>/, '<title>COWORKMed</title>')
    .replace('</head>', () => `${metas.join('')}</head>`)
}

const meta = (name: string, content: string) =>
  `<meta name="${name}" content="${escaped(content)}"/>`

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
