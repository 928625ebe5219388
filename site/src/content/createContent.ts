import type {Locale} from '@coworkmed/schemas/locales'

import type {DocumentStore, StoredDocument} from './documentStore.ts'
import type {ViewOptions} from './documentView.ts'
import {documentView, languageView} from './documentView.ts'
import type {DocumentsByType, DocumentType, PageDocument} from './documents.ts'
import {pageTypes} from './documents.ts'
import {idsIn, inputCause, inputDigest, inputKeys, ownerOf} from './inputs.ts'
import {isOnSite} from './isOnSite.ts'
import type {Input, Tracker} from './tracker.ts'
import {createTracker} from './tracker.ts'

/** All that pages may read. Nothing else gives them content, and every read is noted. */
export interface Content {
  /**
   * The document of a type that a reference points to; `undefined` when it is not on the site, or of another type. Who needs
   * one language alone says so, and is spared the others: texts deep within long fields then hold only what `localized`
   * gives in it.
   */
  get<Type extends DocumentType>(
    type: Type,
    reference: {_ref: string} | null | undefined,
    locale?: Locale,
  ): DocumentsByType[Type] | undefined
  /** The same for a document of any type that has pages. */
  getPage(reference: {_ref: string} | null | undefined, locale?: Locale): PageDocument | undefined
  /** The ids of all sources a document names: see `namedSources`. */
  sourcesOf(id: string): readonly string[]
  /** Whether the source of a document has changed since one of its languages was marked done. */
  isOutdated(id: string, locale: Locale): boolean
  /** The ids of a type, in their order. */
  ids(type: DocumentType): readonly string[]
  /** The documents of a type, in the order of their ids. Lists that are long, or shown on many pages, belong into a query. */
  list<Type extends DocumentType>(type: Type): DocumentsByType[Type][]
  /** The documents of a type that refer to a document, wherever in them. */
  referring<Type extends DocumentType>(type: Type, id: string): DocumentsByType[Type][]
  /** The documents of a type that `unpublishAt` took off the site. */
  withdrawn<Type extends DocumentType>(type: Type): DocumentsByType[Type][]
  /** Whether a document stands at an address of its own: of several that claim it, the one that was made first does. */
  owns(id: string, claim: string): boolean
  /** Whether a moment (ISO 8601, UTC) has come. The clock is an input: who asks is asked again at that moment. */
  isPast(moment: string): boolean
  /** What a query answers, computed once for each snapshot at most: see `query`. */
  ask<Answer>(key: string, compute: () => Answer): Answer
}

/** Content, and what its keeper needs: who read what, and what a change makes stale. */
export interface TrackedContent extends Content {
  tracker: Tracker
}

/** Content over a store, as of the moment `now` gives (ISO 8601, UTC). Both may move on between two renderings: tell `tracker`. */
export function createContent(store: DocumentStore, now: () => string): TrackedContent {
  const tracker = createTracker({
    digestOf: (key) => inputDigest(store, now(), key),
    causeOf: (key) => inputCause(store, now(), key),
  })
  const views = new WeakMap<StoredDocument, {view: object; options: ViewOptions}>()

  function viewOf(stored: StoredDocument, locale?: Locale): object {
    const known = views.get(stored) ?? makeView(stored)
    views.set(stored, known)
    return locale ? languageView(known.view, stored, known.options, locale) : known.view
  }

  function makeView(stored: StoredDocument) {
    const inputs = new Map<string, Input>()
    const options: ViewOptions = {
      onRead(part) {
        const read = inputs.get(part) ?? tracker.input(inputKeys.part(stored.id, part))
        inputs.set(part, read)
        tracker.note(read)
      },
      longPart: (field, language) => store.longPart(stored.id, field, language),
    }
    return {view: documentView(stored, options), options}
  }

  function get<Type extends DocumentType>(
    type: Type | readonly Type[],
    reference: {_ref: string} | null | undefined,
    locale?: Locale,
  ): DocumentsByType[Type] | undefined
  function get(
    type: DocumentType | readonly DocumentType[],
    reference: {_ref: string} | null | undefined,
    locale?: Locale,
  ): object | undefined {
    if (!reference) return undefined
    tracker.readInput(inputKeys.part(reference._ref, ''))
    const stored = store.document(reference._ref)
    if (!stored || !isOnSite(stored, now()) || ![type].flat().includes(stored.type))
      return undefined
    return viewOf(stored, locale)
  }

  function documentsIn<Type extends DocumentType>(
    kind: 'type' | 'referring' | 'withdrawn',
    type: Type,
    id?: string,
  ): DocumentsByType[Type][]
  function documentsIn(kind: 'type' | 'referring' | 'withdrawn', type: DocumentType, id = '') {
    tracker.readInput(inputKeys[kind](type, id))
    return idsIn(store, now(), {kind, type, id})
      .map((each) => store.document(each))
      .filter((stored) => stored !== undefined)
      .map((stored) => viewOf(stored))
  }

  return {
    get,
    getPage: (reference, locale) => get(pageTypes, reference, locale),
    sourcesOf(id) {
      tracker.readInput(inputKeys.part(id, '*sources'))
      return store.document(id)?.derived.sources ?? []
    },
    isOutdated(id, locale) {
      tracker.readInput(inputKeys.part(id, `*outdated.${locale}`))
      return store.document(id)?.derived.outdated.includes(locale) ?? false
    },
    ids(type) {
      tracker.readInput(inputKeys.type(type))
      return idsIn(store, now(), {kind: 'type', type, id: ''})
    },
    list: (type) => documentsIn('type', type),
    referring: (type, id) => documentsIn('referring', type, id),
    withdrawn: (type) => documentsIn('withdrawn', type),
    owns(id, claim) {
      tracker.readInput(inputKeys.address(claim))
      return ownerOf(store, now(), claim) === id
    },
    isPast(moment) {
      tracker.readInput(inputKeys.clock(moment))
      return moment <= now()
    },
    ask: tracker.ask,
    tracker,
  }
}
