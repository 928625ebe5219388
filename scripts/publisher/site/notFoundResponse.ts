import {join} from 'node:path'

import {NOT_KEPT} from './cacheControl.ts'
import {fileResponse} from './fileResponse.ts'

const PLAIN = '<!doctype html><title>404</title><h1>404</h1>'

/** 404 with the page of the language folder that the address is in, else with the one for all languages. */
export async function notFoundResponse(directory: string, path: string, request: Request) {
  const options = {status: 404, cacheControl: NOT_KEPT} as const
  const folder = /^\/([a-z]{2,3})\//.exec(path)?.[1]
  const inLanguage =
    folder && (await fileResponse(join(directory, folder, '404.html'), request, options))
  return (
    inLanguage ||
    (await fileResponse(join(directory, '404.html'), request, options)) ||
    new Response(PLAIN, {
      status: 404,
      headers: {'content-type': 'text/html; charset=utf-8', 'cache-control': NOT_KEPT},
    })
  )
}
