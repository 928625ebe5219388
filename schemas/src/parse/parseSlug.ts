import {isRecord} from '../isRecord.ts'
import {expectations} from './expectations.ts'
import {knownFields} from './knownFields.ts'
import type {Parser} from './parser.ts'
import {leaveOut} from './place.ts'
import {withChanges} from './withChanges.ts'

/** The last part of an address, as Sanity keeps it: `{current}`. What may stand in one, `slugProblem` says. */
export const parseSlug: Parser = (value, place) =>
  isRecord(value) && typeof value.current === 'string'
    ? withChanges(knownFields(value, place, FIELDS), {_type: 'slug'})
    : leaveOut(place, expectations.slug, value)

const FIELDS = new Set(['_key', '_type', 'current'])
