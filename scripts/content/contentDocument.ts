import {isRecord} from '@coworkmed/schemas/isRecord'

/** A document as a backend or a file holds it: its fields may hold anything. */
export interface ContentDocument {
  [field: string]: unknown
  _id: string
  _type: string
}

export const isContentDocument = (value: unknown): value is ContentDocument =>
  isRecord(value) && typeof value._id === 'string' && typeof value._type === 'string'
