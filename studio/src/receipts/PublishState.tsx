import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClockIcon} from '@sanity/icons/Clock'
import {RemoveCircleIcon} from '@sanity/icons/RemoveCircle'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Flex, Text} from '@sanity/ui'

import {absence} from './absence.ts'
import {isGone, msToLive} from './liveState.ts'
import {sayRefusal} from './parseRefusal.ts'
import type {Publish} from './publishes.ts'
import type {Say} from './say.ts'
import {useSay} from './SayContext.ts'
import {sinceWhen} from './sinceWhen.ts'
import {ago, duration, exactTime, shortTime} from './times.ts'
import {whyNotLive} from './whyNotLive.ts'

interface PublishStateProps {
  publish: Publish
  hasPages: boolean
  /** Whether the reason why it is held back stands above already. */
  isToldAbove: boolean
  now: number
}

/** One line: live since when, and how long that took; on hold; held back; without a page; or not live. */
export function PublishState(props: PublishStateProps) {
  const {Icon, tone} = look(props)
  return (
    <Flex align="flex-start" gap={2}>
      <Text size={1} aria-hidden style={{marginInlineStart: ICON_OVERHANG}}>
        <Icon style={{color: `var(--card-badge-${tone}-dot-color)`}} />
      </Text>
      <Text size={1} weight="medium" style={{overflowWrap: 'anywhere'}}>
        <Words {...props} />
      </Text>
    </Flex>
  )
}

/** So that the line begins where the lines above and below do. */
const ICON_OVERHANG = 3

function look({publish, hasPages}: PublishStateProps) {
  if (publish.outcome === 'refused' || publish.outcome === 'heldBack' || absence(publish))
    return {Icon: WarningOutlineIcon, tone: 'critical'} as const
  if (publish.outcome === 'waiting') return {Icon: ClockIcon, tone: 'caution'} as const
  if (isGone(publish, hasPages)) return {Icon: RemoveCircleIcon, tone: 'default'} as const
  const tone = publish.isNewest ? 'positive' : 'default'
  return {Icon: CheckmarkCircleIcon, tone} as const
}

function Words(props: PublishStateProps) {
  const say = useSay()
  const {publish, hasPages, now} = props
  const {liveAt, publishedAt} = publish
  if (liveAt === null) return <>{sayNotLive(say, props)}</>
  if (absence(publish)) return <>{`${say('Not on the site')} · ${ago(say, publishedAt, now)}`}</>
  const kind = isGone(publish, hasPages) ? 'gone' : 'live'
  return (
    <>
      <time dateTime={liveAt} title={exactTime(say.locale, liveAt)}>
        {publish.isNewest ? sinceWhen(say, kind, liveAt, now) : past(say, kind, liveAt, now)}
      </time>
      {`, ${ago(say, liveAt, now)} · `}
      <span title={exactTime(say.locale, publishedAt)}>
        {say('{duration} after Publish', {duration: duration(say.locale, msToLive(publish))})}
      </span>
    </>
  )
}

function sayNotLive(say: Say, {publish, isToldAbove, now}: PublishStateProps) {
  const {outcome, revision, publishedAt, receipts} = publish
  const refusal = receipts.find((receipt) => receipt.refusal)?.refusal
  const reason = refusal ? sayRefusal(say, refusal) : undefined
  if (outcome !== 'heldBack' || reason === undefined)
    return whyNotLive(say, {isLeaving: revision === null, reason})
  return isToldAbove
    ? `${say('Held back')} · ${ago(say, publishedAt, now)}`
    : `${say('Held back')}. ${reason}`
}

/** What a later publish has taken the place of. */
const past = (say: Say, kind: 'live' | 'gone', at: string, now: number) =>
  say(kind === 'live' ? 'Went live {time}' : 'Withdrawn {time}', {
    time: shortTime(say.locale, at, now),
  })
