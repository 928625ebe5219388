import {ClockIcon} from '@sanity/icons/Clock'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'

import {MendLink} from './MendLink.tsx'
import {useSay} from './SayContext.ts'
import {sayNotice} from './sayNotice.ts'
import type {LiveNews} from './useLiveState.ts'

interface LiveNoticeProps {
  news: LiveNews
  document: string
  documentType: string
}

/** Above the form, only while a publish is not live and somebody should know why. */
export function LiveNotice({news, document, documentType}: LiveNoticeProps) {
  const say = useSay()
  const notice = sayNotice(say, news)
  if (!notice) return null
  const {text, why, more, tone, refusal} = notice
  const Icon = tone === 'critical' ? WarningOutlineIcon : ClockIcon
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
          {why && (
            <Text size={1} style={{overflowWrap: 'anywhere'}}>
              {why}
            </Text>
          )}
          {more && <Text size={1}>{more}</Text>}
          {refusal && (
            <Text size={1}>
              <MendLink refusal={refusal} document={document} documentType={documentType} />
            </Text>
          )}
        </Stack>
      </Flex>
    </Card>
  )
}
