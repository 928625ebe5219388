import {documentTypes, singletonTypes} from '@coworkmed/schemas'
import type {SortOrderingItem} from 'sanity'
import type {StructureBuilder, StructureResolver} from 'sanity/structure'

import type {Translate} from '../language/translator.ts'
import {typeIcons} from '../schema/typeIcons.ts'
import {listTitles} from './listTitles.ts'

/** The left-hand column: a list for each type in the order of the work, then the documents of which there is one. */
export function structure(t: Translate): StructureResolver {
  return (S) =>
    S.list()
      .id('content')
      .title(t('Content'))
      .items([
        ...documentTypes.map(({name}) => typeList(S, name, t(listTitles[name] ?? name))),
        S.divider(),
        ...singletonTypes.map(({name, title}) => singleDocument(S, name, t(title ?? name))),
      ])
}

function typeList(S: StructureBuilder, type: string, title: string) {
  const list = S.documentTypeList(type).title(title)
  return S.documentTypeListItem(type)
    .title(title)
    .icon(typeIcons[type])
    .child(type === 'meeting' ? list.defaultOrdering(LATEST_FIRST) : list)
}

const LATEST_FIRST: SortOrderingItem[] = [{field: 'when.start.value', direction: 'desc'}]

function singleDocument(S: StructureBuilder, type: string, title: string) {
  return S.listItem()
    .id(type)
    .title(title)
    .icon(typeIcons[type])
    .child(S.document().schemaType(type).documentId(type).title(title))
}
