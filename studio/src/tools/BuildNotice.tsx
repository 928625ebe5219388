import {ActivityIcon} from '@sanity/icons/Activity'
import {Card, Flex, Text} from '@sanity/ui'

import type {Build} from '../receipts/build.ts'
import {sayBuilding} from '../receipts/buildWords.ts'
import {useSay} from '../receipts/SayContext.ts'

/** How far a large build is. A screen reader finds it, and is not told of every step. */
export function BuildNotice({build}: {build: Build}) {
  const text = sayBuilding(useSay(), build)
  return (
    <Card
      tone="primary"
      padding={4}
      marginBottom={5}
      radius={3}
      border
      role="progressbar"
      aria-label={text}
      aria-valuemin={0}
      aria-valuemax={build.of}
      aria-valuenow={build.done}
      aria-valuetext={text}
      data-testid="build"
    >
      <Flex gap={3}>
        <Text size={1}>
          <ActivityIcon />
        </Text>
        <Text size={1}>{text}</Text>
      </Flex>
    </Card>
  )
}
