import {stat} from 'node:fs/promises'
import {join} from 'node:path'

import {ALWAYS_ASK, NOT_KEPT, cacheControl} from './cacheControl.ts'
import {chooseLocale} from './chooseLocale.ts'
import {fileResponse} from './fileResponse.ts'
import type {MovedAddresses} from './movedAddresses.ts'
import {notFoundResponse} from './notFoundResponse.ts'
import {parsePath} from './parsePath.ts'

/** One release, and what it says of addresses that were. */
export interface ServedRelease {
  directory: string
  moved: MovedAddresses
}

/** What a release answers to a `GET` or `HEAD`: the first of these that has an answer. */
export async function siteResponse(
  {directory, moved}: ServedRelease,
  request: Request,
): Promise<Response> {
  const parsed = parsePath(request.url)
  if (!parsed) return new Response('The address is malformed.\n', {status: 400})
  const {path, isOdd} = parsed
  if (isOdd) return notFoundResponse(directory, path, request)

  const page = path.endsWith('/') ? path : `${path}/`
  const pageFile = join(directory, page, 'index.html')
  const movedTo = moved.redirects.get(page)
  if (movedTo) return redirect(301, movedTo)
  if (moved.gone.has(page)) {
    const withdrawn = await fileResponse(pageFile, request, {status: 410, cacheControl: NOT_KEPT})
    return withdrawn ?? new Response(null, {status: 410, headers: {'cache-control': NOT_KEPT}})
  }
  if (path === '/') return home(directory, request)

  const file = path.endsWith('/') ? pageFile : join(directory, path)
  const found = await fileResponse(file, request, {status: 200, cacheControl: cacheControl(path)})
  if (found) return found
  const isWithoutSlash = page !== path && (await isFile(pageFile))
  return isWithoutSlash
    ? redirect(301, encodeURI(page))
    : notFoundResponse(directory, path, request)
}

/** The language a browser asks for, else the page to choose one. */
async function home(directory: string, request: Request) {
  const locale = chooseLocale(directory, request.headers.get('accept-language') ?? undefined)
  const options = {status: 200, cacheControl: ALWAYS_ASK} as const
  const response = locale
    ? redirect(302, `/${locale}/`)
    : ((await fileResponse(join(directory, 'index.html'), request, options)) ??
      (await notFoundResponse(directory, '/', request)))
  response.headers.append('vary', 'Accept-Language')
  return response
}

const redirect = (status: 301 | 302, location: string) =>
  new Response(null, {status, headers: {location, 'cache-control': ALWAYS_ASK}})

const isFile = (path: string) =>
  stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  )
