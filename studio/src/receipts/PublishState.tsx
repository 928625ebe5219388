import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClockIcon} from '@sanity/icons/Clock'
import {RemoveCircleIcon} from '@sanity/icons/RemoveCircle'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Flex, Text} from '@sanity/ui'

import {isGone, msToLive} from './liveState.ts'
import type {Publish} from './publishes.ts'
import {useSay} from './SayContext.ts'
import {ago, duration, exactTime, shortTime} from './times.ts'

interface PublishStateProps {
  publish: Publish
  hasPages: boolean
  now: number
}

/** One line: live since when, and how long that took; on hold; or not live. */
export function PublishState(props: PublishStateProps) {
  const {Icon, tone} = look(props)
  return (
    <Flex align="flex-start" gap={2}>
      <Text size={1} aria-hidden style={{marginInlineStart: ICON_OVERHANG}}>
        <Icon style={{color: `var(--card-badge-${tone}-dot-color)`}} />
      </Text>
      <Text size={1} weight="medium">
        <Words {...props} />
      </Text>
    </Flex>
  )
}

/** So that the line begins where the lines above and below do. */
const ICON_OVERHANG = 3

function look({publish, hasPages}: PublishStateProps) {
  if (publish.outcome === 'refused') return {Icon: WarningOutlineIcon, tone: 'critical'} as const
  if (publish.outcome === 'waiting') return {Icon: ClockIcon, tone: 'caution'} as const
  if (isGone(publish, hasPages)) return {Icon: RemoveCircleIcon, tone: 'default'} as const
  const tone = publish.isNewest ? 'positive' : 'default'
  return {Icon: CheckmarkCircleIcon, tone} as const
}

function Words({publish, hasPages, now}: PublishStateProps) {
  const say = useSay()
  const {outcome, liveAt, publishedAt} = publish
  if (outcome === 'refused') return <>{notLive(say, publish)}</>
  if (outcome === 'waiting' || liveAt === null) {
    return (
      <>{say('Published, and ready to go live: the site is held at an earlier state for now.')}</>
    )
  }
  const time = shortTime(say.locale, liveAt, now)
  return (
    <>
      <time dateTime={liveAt} title={exactTime(say.locale, liveAt)}>
        {say(liveWord(publish, hasPages), {time})}
      </time>
      {`, ${ago(say.locale, liveAt, now)} · `}
      <span title={exactTime(say.locale, publishedAt)}>
        {say('{duration} after Publish', {duration: duration(say.locale, msToLive(publish))})}
      </span>
    </>
  )
}

function notLive(say: ReturnType<typeof useSay>, {receipts}: Publish) {
  const reason = receipts.find(({refusal}) => refusal)?.refusal?.message
  return reason ? say('Not live: {reason}', {reason: say.foreign(reason)}) : say('Not live')
}

function liveWord(publish: Publish, hasPages: boolean) {
  if (isGone(publish, hasPages)) {
    return publish.isNewest ? 'Off the site since {time}' : 'Withdrawn {time}'
  }
  return publish.isNewest ? 'Live since {time}' : 'Went live {time}'
}
