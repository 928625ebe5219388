import {isRecord} from '@coworkmed/schemas/isRecord'
import {shortened} from '@coworkmed/schemas/parse/finding'

import {isContentDocument, type ContentDocument} from '../contentDocument.ts'
import {assetProblem} from './assetProblem.ts'

/** What an image is of while its file still has to be uploaded: a file for import has `_sanityAsset` instead. */
export const assetToUpload = {_id: 'image-that-is-uploaded', _type: 'sanity.imageAsset'}

/**
 * A document of a file for import, as it will be when it is imported. One without an id, which the import gives it, is
 * called by its line. Throws with the number of the line when the import would not take it.
 */
export function parseLine(line: string, number: number): ContentDocument {
  if (line.includes('\uFFFD'))
    throw new Error(
      `line ${number} has characters that were lost, which stand as U+FFFD. Save the file as UTF-8.`,
    )
  const value = parseJson(line, number)
  const document = isRecord(value) ? {_id: `line-${number}`, ...value} : value
  if (!isContentDocument(document))
    throw new Error(`line ${number} is no document. A document is an object with a "_type".`)
  if (!ID.test(document._id))
    throw new Error(
      `line ${number}: "${shortened(document._id)}" cannot be an _id. Use letters, digits, hyphens, underscores and dots.`,
    )
  return document
}

const ID = /^[a-z0-9_.-]+$/i

function parseJson(line: string, number: number): unknown {
  const problems: string[] = []
  const value = parsed(line, number, (asset) =>
    problems.push(...[assetProblem(asset) ?? []].flat()),
  )
  const [problem] = problems
  if (problem) throw new Error(`line ${number}: the asset ${problem}`)
  return value
}

function parsed(line: string, number: number, see: (asset: string) => void): unknown {
  const withAssets = (_name: string, value: unknown) => withAsset(value, see)
  try {
    return line.includes('_sanityAsset') || line.includes('\\u')
      ? JSON.parse(line, withAssets)
      : JSON.parse(line)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`line ${number} is not JSON: ${reason}. Each line holds one document.`, {cause})
  }
}

function withAsset(value: unknown, see: (asset: string) => void) {
  if (!isRecord(value) || typeof value._sanityAsset !== 'string') return value
  const {_sanityAsset, ...rest} = value
  see(_sanityAsset)
  return {...rest, asset: {_type: 'reference', _ref: assetToUpload._id}}
}
