import {badRequest} from '../errors.ts'
import {extensionOf} from './assetName.ts'

const ZIP = ['PK\x03\x04', 'PK\x05\x06']
const COMPOUND = ['\xd0\xcf\x11\xe0']

/** How files of these kinds begin, by the extension of their names. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['%PDF-'],
  zip: ZIP,
  docx: ZIP,
  xlsx: ZIP,
  pptx: ZIP,
  odt: ZIP,
  ods: ZIP,
  odp: ZIP,
  epub: ZIP,
  doc: COMPOUND,
  xls: COMPOUND,
  ppt: COMPOUND,
  png: ['\x89PNG\r\n\x1a\n'],
  jpg: ['\xff\xd8\xff'],
  jpeg: ['\xff\xd8\xff'],
  gif: ['GIF87a', 'GIF89a'],
}

/** Throws 400 when a file is not what its name says, so that nobody downloads a surprise. */
export function assertFileType(originalName: string, head: Uint8Array) {
  const extension = extensionOf(originalName)
  const beginnings = BEGINNINGS[extension]
  const begin = Buffer.from(head.subarray(0, 16)).toString('latin1')
  if (!beginnings || beginnings.some((beginning) => begin.startsWith(beginning))) return
  throw badRequest(
    `${originalName} is not a ${extension.toUpperCase()} file, whatever its name says. Check it, and upload it under its true name.`,
  )
}
