import {publishesAt, withdrawnSince} from '@coworkmed/schemas/schedule/schedule'

import type {SayMoment} from '../language/momentIn.ts'
import type {Translate} from '../language/translator.ts'

/** What is known of the backend and of the officer. */
export interface Scheduling {
  t: Translate
  sayMoment: SayMoment
  /** Whether the backend publishes a draft at its moment: the embedded lake does, hosted Sanity does not. */
  publishesByItself: boolean
}

interface Page {
  draft: object
  published: object | null
  hasErrors: boolean
  now: number
}

/** How the Publish button differs while a draft waits for its moment; not at all when it does not. */
export function scheduledPublish(
  {draft, published, hasErrors, now}: Page,
  {t, sayMoment, publishesByItself}: Scheduling,
) {
  const publishAt = publishesAt(draft, now)
  if (!publishAt) return {}
  const moment = sayMoment(publishAt)
  const isLive = published && !publishesAt(published, now) && !withdrawnSince(published, now)
  if (publishesByItself) {
    return {
      label: t('Scheduled'),
      ...DISABLED,
      title: t(whatHappens(moment, Boolean(isLive), hasErrors)),
    }
  }
  return isLive
    ? {
        ...DISABLED,
        title: t(`The page would vanish from the site until ${moment}. Empty “Publish on” first.`),
      }
    : {title: t(`Visitors see it from ${moment} on, once you have published it.`)}
}

/** The keys that publish must not work either. */
const DISABLED = {disabled: true, shortcut: null}

function whatHappens(moment: string, isLive: boolean, hasErrors: boolean) {
  if (hasErrors) return `It goes out by itself on ${moment}, but it has errors: mend them before.`
  return isLive
    ? `The changes go out by themselves on ${moment}; until then the page stays as it is. To publish them now, empty “Publish on”.`
    : `It goes out by itself on ${moment}. To publish it now, empty “Publish on”.`
}
