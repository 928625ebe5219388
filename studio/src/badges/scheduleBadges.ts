import {isPageType} from '@coworkmed/schemas/pageTypes'
import {publishesAt, withdrawnSince} from '@coworkmed/schemas/schedule/schedule'
import type {DocumentBadgeComponent, DocumentBadgesResolver} from 'sanity'

import {useNow} from '../actions/useNow.ts'
import type {SayMoment} from '../language/momentIn.ts'
import type {Translate} from '../language/translator.ts'

/** Says beside the buttons of a page when it goes out, or since when its time is over. */
export function scheduleBadges(t: Translate, sayMoment: SayMoment): DocumentBadgesResolver {
  const useScheduleBadge: DocumentBadgeComponent = ({draft, published}) => {
    const now = useNow((time) => publishesAt(draft ?? published, time) !== undefined)
    const publishAt = publishesAt(draft ?? published, now)
    if (publishAt) return {label: t(`Scheduled: ${sayMoment(publishAt)}`), color: 'primary'}
    const over = withdrawnSince(published, now)
    return over ? {label: t(`Withdrawn on ${sayMoment(over)}`), color: 'warning'} : null
  }
  return (badges, {schemaType}) => (isPageType(schemaType) ? [...badges, useScheduleBadge] : badges)
}
