import {absence} from '../receipts/absence.ts'
import type {Publish} from '../receipts/publishes.ts'
import {titleOf} from './titleOf.ts'

/** What an officer looks for. */
export interface Filter {
  text: string
  onlyNotLive: boolean
}

/** The publishes that fit. What has gone live since, by a later publish, no longer counts as not live. */
export function fitting(
  publishes: readonly Publish[],
  titles: ReadonlyMap<string, string>,
  {text, onlyNotLive}: Filter,
): Publish[] {
  const wanted = plain(text.trim())
  return publishes.filter(
    (publish) =>
      plain(titleOf(publish, titles)).includes(wanted) &&
      (!onlyNotLive || (publish.isNewest && !isLive(publish))),
  )
}

const isLive = (publish: Publish) => publish.outcome === 'live' && !absence(publish)

/** Small letters without accents: nobody types them into a filter. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()
