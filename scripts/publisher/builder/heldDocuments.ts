import type {Renderer} from '@coworkmed/site/renderer'

import type {BuildFailure} from './buildFailure.ts'
import {refusalOf} from './buildFailure.ts'
import type {HeldBack, Refusal} from './protocol.ts'

/** A document that is held back, and what it takes to try it again. */
export interface HeldDocument extends HeldBack {
  /** The revisions of what it refers to; `null` of what is not there. */
  dependsOn: Readonly<Record<string, string | null>>
}

/**
 * Those of a list that stay held back without another try: neither they nor what they refer to, nor the code has changed. A
 * picture that could not be made may be there by now, when `retriesPictures`.
 */
export function stillHeld(
  list: readonly HeldDocument[],
  renderer: Pick<Renderer, 'heldDocuments' | 'revisions'>,
  {isSameCode, retriesPictures}: {isSameCode: boolean; retriesPictures: boolean},
): HeldDocument[] {
  const held = renderer.heldDocuments()
  const revisions = renderer.revisions()
  return list.filter(
    ({document, revision, refusal, dependsOn}) =>
      isSameCode &&
      held.get(document) === revision &&
      !(retriesPictures && refusal.step === 'pictures') &&
      Object.entries(dependsOn).every(([id, known]) => (revisions.get(id) ?? null) === known),
  )
}

/** What to keep of a document that is held back now, and why. */
export function heldDocument(
  renderer: Renderer,
  {document, why, since}: {document: string; why: BuildFailure; since: string},
): HeldDocument {
  const revisions = renderer.revisions()
  const references = renderer.referencesOf(document)
  const shown = renderer.documents().get(document)
  return {
    document,
    documentType: shown?.type ?? renderer.typeOf(document) ?? '',
    revision: revisions.get(document) ?? null,
    shown: shown?.revision ?? null,
    since,
    refusal: refusalFor(document, why, references),
    dependsOn: Object.fromEntries(
      references.map(({target}) => [target, revisions.get(target) ?? null]),
    ),
  }
}

/** Where to mend it: what the failure says of this document, else where the document names what failed. */
function refusalFor(
  document: string,
  why: BuildFailure,
  references: ReturnType<Renderer['referencesOf']>,
): Refusal {
  const {document: blamed, field, language, ...rest} = refusalOf(why, 'render')
  const named = references.find(({target}) => target === blamed)
  return {
    ...rest,
    document,
    field: named ? named.field : blamed === document ? field : null,
    language: named ? named.language : language,
  }
}
