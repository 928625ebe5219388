import {ApiError} from '../errors.ts'

/**
 * 400 for a query that cannot be read. `at` counts UTF-16 units from its beginning, where that is known.
 * @see https://www.sanity.io/docs/http-reference/query
 */
export function queryParseError(description: string, query: string, at?: number, cause?: unknown) {
  const place = at === undefined ? {} : {start: at, end: at}
  const error = {description, type: 'queryParseError', query, ...place}
  return new ApiError(400, description, {statusCode: 400, error}, {cause})
}

/** A query that reads well and is not answered: what it asks for is wrong (400), or too much (429, 504). */
export function queryEvaluationError(status: number, description: string, cause?: unknown) {
  const error = {description, type: 'queryEvaluationError'}
  return new ApiError(status, description, {statusCode: status, error}, {cause})
}
