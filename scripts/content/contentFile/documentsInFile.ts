import type {ContentDocument} from '../contentDocument.ts'
import {onOneLine} from '../onOneLine.ts'
import {linesOf} from './linesOf.ts'
import {ndjsonBytes} from './ndjsonBytes.ts'
import {parseLine} from './parseLine.ts'

/**
 * The documents of a file for import, one after the other, so that it may be of any size. Throws with the name of the file, and with
 * the line where one is broken.
 */
export async function* documentsInFile(path: string): AsyncGenerator<ContentDocument> {
  const lineOf = new Map<string, number>()
  let number = 0
  try {
    for await (const line of linesOf(ndjsonBytes(path))) {
      number += 1
      if (line === '') continue
      const document = parseLine(line, number)
      const before = lineOf.get(document._id)
      if (before !== undefined)
        throw new Error(`line ${number} has the _id of line ${before}: ${document._id}.`)
      lineOf.set(document._id, number)
      yield document
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${path} could not be read: ${onOneLine(reason)}`, {cause})
  }
}
