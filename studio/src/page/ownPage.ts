import {backend} from '../backend.ts'
import {connectPolicy} from './contentPolicy.ts'
import {studioPage} from './studioPage.ts'
import {withoutRemoteFonts} from './withoutRemoteFonts.ts'

/** As much of Vite's development server as is needed here. */
interface DevelopmentServer {
  middlewares: {use: (handler: Handler) => void}
}

type Handler = (
  request: unknown,
  response: {setHeader: (name: string, value: string) => void},
  next: () => void,
) => void

/**
 * A Vite plugin: the Studio's pages and style sheets fetch nothing from other hosts. While developing it also writes
 * the backend of the environment into the page; a build has none in it, so that one build serves any.
 */
export function ownPage(env: Record<string, string | undefined>) {
  return {
    name: 'coworkmed/own-page',
    enforce: 'pre',
    transform(code: string, id: string) {
      return /\.css(\?|$)/.test(id) ? {code: withoutRemoteFonts(code), map: null} : undefined
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html: string) => studioPage(html, pageSettings(env)),
    },
    configureServer(server: DevelopmentServer) {
      const policy = connectPolicy(pageSettings(env).lakeUrl)
      server.middlewares.use((_request, response, next) => {
        response.setHeader('content-security-policy', policy)
        next()
      })
    },
  } as const
}

function pageSettings({
  SANITY_API_HOST: apiHost,
  SANITY_PROJECT_ID: projectId,
  SANITY_DATASET: dataset,
}: Record<string, string | undefined>) {
  return {lakeUrl: '', ...backend({apiHost, projectId, dataset})}
}
