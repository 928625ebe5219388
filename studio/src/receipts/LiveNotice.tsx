import {ClockIcon} from '@sanity/icons/Clock'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'

import type {LiveState} from './liveState.ts'
import {MendLink} from './MendLink.tsx'
import type {Say} from './say.ts'
import {useSay} from './SayContext.ts'
import {shortTime} from './times.ts'
import {whyNotLive} from './whyNotLive.ts'

interface LiveNoticeProps {
  state: LiveState | undefined
  isAway: boolean
  document: string
  documentType: string
  now: number
}

/** Above the form, only while a publish is not live and somebody should know why. */
export function LiveNotice({state, isAway, document, documentType, now}: LiveNoticeProps) {
  const say = useSay()
  const told = tell(say, state, isAway)
  if (!told || !state) return null
  const {text, tone, Icon} = told
  const before = 'before' in state ? beforeText(say, state.before, now) : undefined
  return (
    <Card border tone={tone} padding={4} radius={3} data-testid="live-notice">
      <Flex gap={3}>
        <Text size={1} aria-hidden>
          <Icon />
        </Text>
        <Stack gap={4} flex={1}>
          <Text size={1} weight="medium">
            {text}
          </Text>
          {before && <Text size={1}>{before}</Text>}
          {state.kind === 'refused' && (
            <Text size={1}>
              <MendLink refusal={state.refusal} document={document} documentType={documentType} />
            </Text>
          )}
        </Stack>
      </Flex>
    </Card>
  )
}

function tell(say: Say, state: LiveState | undefined, isAway: boolean) {
  if (state?.kind === 'refused') {
    const text = whyNotLive(say, {isLeaving: state.isLeaving, reason: state.refusal.message})
    return {text, tone: 'critical', Icon: WarningOutlineIcon} as const
  }
  if (state?.kind === 'waiting') {
    const text = whyNotLive(say, {isLeaving: state.isLeaving, reason: undefined})
    return {text, tone: 'caution', Icon: ClockIcon} as const
  }
  if (isAway && (state?.kind === 'publishing' || state?.kind === 'leaving')) {
    const text = say(
      'The publisher does not answer. Your publish is safe and goes live as soon as it is back.',
    )
    return {text, tone: 'caution', Icon: ClockIcon} as const
  }
  return undefined
}

const beforeText = (say: Say, before: string | null, now: number) =>
  before === null
    ? say('Visitors do not see it yet.')
    : say('Visitors still see the version from {time}.', {
        time: shortTime(say.locale, before, now),
      })
