import type {SchemaType} from 'sanity'

import {fieldsOf} from './fieldsOf.ts'

/** Whether documents of a type have pages of their own: those whose addresses officers can write. */
export const hasPages = (type: SchemaType | undefined): boolean =>
  fieldsOf(type).some(({name}) => name === 'slug')
