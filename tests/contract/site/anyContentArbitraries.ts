import fc from 'fast-check'

import type {Stored} from '../../unit/schemas/anyDocument.ts'
import {anyDocument, documentTypes} from '../../unit/schemas/anyDocument.ts'
import {mutated, mutations} from '../../unit/schemas/mutations.ts'

/**
 * Odd documents in the place of real ones: mutations of them, and any JSON as a document of their type. At most so many at a
 * time, each of another id; it shrinks to the one that is at fault.
 */
export const oddDocuments = (real: readonly Stored[], most: number): fc.Arbitrary<Stored[]> =>
  fc
    .tuple(
      ...Array.from({length: most}, (_, slot) =>
        fc.option(oddDocument(everyNth(real, most, slot)), {nil: undefined, freq: 1000}),
      ),
    )
    .map((slots) => slots.filter((document) => document !== undefined))

const everyNth = (documents: readonly Stored[], step: number, from: number) =>
  documents.filter((_, index) => index % step === from)

const oddDocument = (real: readonly Stored[]) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(oneOfEachType(real), mutations)
        .map(([document, changes]) => mutated(document, changes)),
    },
    {
      weight: 1,
      arbitrary: oneOfEachType(real).chain(({_id, _type}) => anyDocument(_id, _type)),
    },
  )

/** Every type as often as the others, however many documents there are of it. */
const oneOfEachType = (real: readonly Stored[]) =>
  fc.oneof(
    ...documentTypes
      .map((type) => real.filter(({_type}) => _type === type))
      .filter((documents) => documents.length > 0)
      .map((documents) => fc.constantFrom(...documents)),
  )
