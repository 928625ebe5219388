import {expectations} from './expectations.ts'
import type {Root} from './place.ts'
import {inside, leaveOut} from './place.ts'
import {isDatetime} from './scalars.ts'
import {withChanges} from './withChanges.ts'

/** The fields that Sanity itself writes; programs can write them too. */
export function parseSystemFields(
  document: Record<string, unknown>,
  written: Record<string, unknown>,
  root: Root,
): Record<string, unknown> {
  const {_rev: revision} = document
  return withChanges(document, {
    _rev: typeof revision === 'string' ? revision : '',
    _createdAt: moment('_createdAt'),
    _updatedAt: moment('_updatedAt'),
  })

  function moment(name: '_createdAt' | '_updatedAt') {
    const value = written[name]
    if (isDatetime(value)) return value
    if (value !== undefined) leaveOut(inside({root}, name), expectations.datetime, value)
    return UNKNOWN
  }
}

const UNKNOWN = '1970-01-01T00:00:00Z'
