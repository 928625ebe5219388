import {isRecord} from '../isRecord.ts'
import {expectations} from './expectations.ts'
import type {Parser} from './parser.ts'
import {leaveOut} from './place.ts'

/** The last part of an address, as Sanity keeps it: `{current}`. What may stand in one, `slugProblem` says. */
export const parseSlug: Parser = (value, place) =>
  isRecord(value) && typeof value.current === 'string'
    ? value
    : leaveOut(place, expectations.slug, value)
