import type {Finding} from '@coworkmed/site/renderer'

import type {AddressChange, Built, DocumentPage} from '../builder/protocol.ts'
import type {PendingDelivery} from '../inbox.ts'
import {newestDeliveries} from '../newestDeliveries.ts'
import type {ReceiptDraft} from './receipt.ts'

/** A settings document may change every page; what a person reads is the beginning. */
const LISTED_CHANGES = 100

interface Publish {
  /** What waited for this publish, without what an earlier receipt has told already. */
  deliveries: readonly PendingDelivery[]
  built: Built
  /** When the build was asked for, in ms since 1970. */
  beganAt: number
}

/**
 * The receipts of a publish: one for each document that was delivered or found changed, and each language in which it
 * has a page or changed an address; one without a language where there is none. A document that is held back has one, which
 * says why.
 */
export function receiptsOf({deliveries, built, beganAt}: Publish): ReceiptDraft[] {
  const delivered = newestDeliveries(deliveries)
  const found = new Map(built.documents.map((document) => [document.id, document]))
  const pages = groupBy(built.documentPages, ({document}) => [document])
  const changes = groupBy(built.changes, causesOf)

  const heldBack = new Map(built.heldBack.map((held) => [held.document, held]))
  const findings = groupBy(built.findings, ({document}) => [document])
  const heldNow = built.heldBack.filter(({since}) => Date.parse(since) >= beganAt)

  return [
    ...new Set([...delivered.keys(), ...found.keys(), ...heldNow.map(({document}) => document)]),
  ].flatMap((document): ReceiptDraft[] => {
    const held = heldBack.get(document)
    const delivery = delivered.get(document)
    const state = found.get(document)
    const own = pages.get(document) ?? []
    const revision = held ? held.revision : state ? state.revision : (delivery?.revision ?? null)
    const about = {
      document,
      documentType:
        held?.documentType ?? state?.type ?? own[0]?.documentType ?? delivery?.documentType ?? '',
      revision,
      transaction: transactionOf(delivery, revision),
      publishedAt: publishedAt(delivery, state?.updatedAt, beganAt),
      steps: {...waitOf(document, deliveries, beganAt), ...built.steps},
    }
    const left = findings.get(document) ?? []
    if (held)
      return [
        {
          ...about,
          ...notOnSite,
          language: held.refusal.language ?? '',
          refusal: held.refusal,
          findings: left,
        },
      ]
    return withFindings(inLanguages(own, changes.get(document) ?? []), left).map((part) => ({
      ...about,
      ...part,
      refusal: null,
    }))
  })
}

/** Each finding with the receipt of its language; those of no language that has one, with the first. */
function withFindings<Part extends {language: string}>(
  parts: readonly Part[],
  findings: readonly Finding[],
) {
  const languages = new Set(parts.map(({language}) => language))
  return parts.map((part, index) => ({
    ...part,
    findings: findings.filter(({language}) =>
      language !== null && languages.has(language) ? language === part.language : index === 0,
    ),
  }))
}

const notOnSite = {address: null, contentRevision: null, changes: [], changed: 0}

function inLanguages(pages: readonly DocumentPage[], changes: readonly AddressChange[]) {
  const named = [...pages, ...changes].flatMap(({language}) => language ?? [])
  const languages = named.length > 0 ? [...new Set(named)] : ['']
  return languages.map((language) => {
    const own = changes.filter((change) => (change.language ?? '') === language)
    const page = pages.find((each) => each.language === language)
    return {
      language,
      address: page?.address ?? null,
      contentRevision: page?.contentRevision ?? null,
      changes: own.slice(0, LISTED_CHANGES),
      changed: own.length,
    }
  })
}

/** Who changed an address. Where the builder does not know, it is the document whose page it is. */
function causesOf({because, document}: AddressChange) {
  if (because.length > 0) return because.map((cause) => cause.document)
  return document === null ? [] : [document]
}

/** A revision has the name of its transaction, as Sanity's have; a deletion leaves none. */
function transactionOf(delivery: PendingDelivery | undefined, revision: string | null) {
  const told = delivery?.revision === revision ? delivery.transactionId : ''
  return told || revision
}

/** The snapshot may be further on than the webhook. */
function publishedAt(
  delivery: PendingDelivery | undefined,
  updatedAt: string | null | undefined,
  beganAt: number,
) {
  const known = [delivery?.transactionTime, updatedAt].flatMap((time) => (time ? [iso(time)] : []))
  return known.toSorted().at(-1) ?? iso(beganAt)
}

/** The oldest of a document's webhooks waited longest. */
function waitOf(document: string, deliveries: readonly PendingDelivery[], beganAt: number) {
  const own = deliveries.filter(({documentId}) => documentId === document)
  if (own.length === 0) return {}
  return {wait: Math.max(0, beganAt - Math.min(...own.map(({receivedAt}) => receivedAt)))}
}

const iso = (time: string | number) => new Date(time).toISOString()

function groupBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]) {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}
