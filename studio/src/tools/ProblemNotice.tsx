import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'

import {sayFault} from '../receipts/faultWords.ts'
import type {Problem} from '../receipts/parseProblem.ts'
import {useSay} from '../receipts/SayContext.ts'
import {sinceWhen} from '../receipts/sinceWhen.ts'

interface ProblemNoticeProps {
  problem: Problem
  now: number
}

/** Says that nothing goes live at the moment, since when, why, and what to do. */
export function ProblemNotice({problem, now}: ProblemNoticeProps) {
  const say = useSay()
  const {kind, message, since} = problem
  return (
    <Card tone="critical" border radius={3} padding={4} marginBottom={5} data-testid="problem">
      <Flex gap={3}>
        <Text size={1} aria-hidden>
          <WarningOutlineIcon />
        </Text>
        <Stack gap={4} flex={1}>
          <Text as="h2" size={1} weight="semibold">
            {since === null
              ? say('Nothing can go live at the moment')
              : sinceWhen(say, 'stopped', since, now)}
          </Text>
          <Text size={1} style={{overflowWrap: 'anywhere'}}>
            {sayFault(say, kind, message)}
          </Text>
        </Stack>
      </Flex>
    </Card>
  )
}
