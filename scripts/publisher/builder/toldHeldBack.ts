import type {HeldBack} from './protocol.ts'

/** What is told of a document that is held back. */
export const toldHeldBack = (held: HeldBack): HeldBack => {
  const {document, documentType, revision, shown, since, refusal} = held
  return {document, documentType, revision, shown, since, refusal}
}
