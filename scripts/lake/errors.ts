import {isRecord} from './store/lakeDocument.ts'

/** An answer other than success. The route table sends `body` as JSON with `status`. */
export class ApiError extends Error {
  readonly status: number
  readonly body: unknown

  constructor(status: number, message: string, body: unknown, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ApiError'
    this.status = status
    this.body = body
  }
}

/** One cause of a refused transaction; `index` is the place of the mutation in the request. */
export interface MutationErrorItem {
  error: {type: string; description: string; id?: string; [detail: string]: unknown}
  index: number
}

/** 400: the request itself is wrong; the message says what to change. */
export const badRequest = (message: string) => plainError(400, 'Bad Request', message)

/** 401: a credential was sent and is not known here. */
export const unauthorized = (message: string) => plainError(401, 'Unauthorized', message)

/** 403: understood, and not allowed. */
export const forbidden = (message: string) => plainError(403, 'Forbidden', message)

/** 404: no such address, dataset or document. */
export const notFound = (message: string) => plainError(404, 'Not Found', message)

/** 409: the request contradicts what is stored. */
export const conflict = (message: string) => plainError(409, 'Conflict', message)

/** 413: the body is larger than the limit named in the message. */
export const tooLarge = (message: string) => plainError(413, 'Payload Too Large', message)

/** 415: the body is not of a type this operation reads. */
export const unsupportedMediaType = (message: string) =>
  plainError(415, 'Unsupported Media Type', message)

/** 421: the Host header names a server that this is not. */
export const misdirected = (message: string) => plainError(421, 'Misdirected Request', message)

/** 429: more than one client may have at a time. */
export const tooManyRequests = (message: string) => plainError(429, 'Too Many Requests', message)

/** 501: part of Sanity's API that this lake does not have; `operation` is its name. */
export const notImplemented = (operation: string) =>
  plainError(501, 'Not Implemented', `The embedded lake does not support ${operation}.`)

/** 503: too busy now; the client may try again. */
export const unavailable = (message: string) => plainError(503, 'Service Unavailable', message)

/** A refused transaction, in the shape `@sanity/client` reads. */
export function mutationError(
  status: number,
  description: string,
  items: MutationErrorItem[] = [],
) {
  return new ApiError(status, description, {
    statusCode: status,
    error: {type: 'mutationError', description, items},
  })
}

/** Whether an answer is that of a refused transaction. */
export function isMutationErrorBody(
  body: unknown,
): body is {error: {type: 'mutationError'; description: string; items: MutationErrorItem[]}} {
  return isRecord(body) && isRecord(body['error']) && body['error']['type'] === 'mutationError'
}

/** A refused action, in the shape `@sanity/client` and the Studio read. */
export function actionError(status: number, description: string, items: MutationErrorItem[] = []) {
  return new ApiError(status, description, {
    statusCode: status,
    error: {type: 'actionError', description, items},
  })
}

function plainError(statusCode: number, error: string, message: string) {
  return new ApiError(statusCode, message, {statusCode, error, message})
}
