import type {GeneratedDocument} from './fields.ts'
import {foundations, frame} from './fewDocuments.ts'
import {meeting} from './meeting.ts'
import {partner} from './partner.ts'
import {policy} from './policy.ts'
import {siteShape} from './siteShape.ts'
import {thirdPlaceType} from './thirdPlaceType.ts'
import {withTranslationStates} from './withTranslationStates.ts'

/**
 * The content of a site of about so many pages in eight languages, some 14 kB of text on each; always the same.
 * One document at a time, and none before those it points to.
 */
export function* generatedDocuments(pages: number): Generator<GeneratedDocument> {
  const shape = siteShape(pages)
  yield* foundations()
  yield* numbered(shape.partner, partner)
  yield* numbered(shape.thirdPlaceType, thirdPlaceType)
  yield* numbered(shape.policy, (number) => policy(number, shape))
  yield* numbered(shape.meeting, (number) => meeting(number, shape))
  yield* frame(shape.partner)
}

function* numbered(count: number, make: (number: number) => GeneratedDocument) {
  for (let number = 1; number <= count; number += 1) yield withTranslationStates(make(number))
}
