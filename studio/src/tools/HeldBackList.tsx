import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {IntentLink} from 'sanity/router'

import {heldBackState} from '../receipts/heldBackState.ts'
import {MendLink} from '../receipts/MendLink.tsx'
import type {HeldBack} from '../receipts/parseHeldBack.ts'
import {useSay} from '../receipts/SayContext.ts'
import {sinceWhen} from '../receipts/sinceWhen.ts'
import {whyHeldBack} from '../receipts/whyHeldBack.ts'

interface HeldBackListProps {
  held: readonly HeldBack[]
  titles: ReadonlyMap<string, string>
  now: number
}

/** The documents that are held back now, each with why, since when, and where it can be mended. */
export function HeldBackList({held, titles, now}: HeldBackListProps) {
  const say = useSay()
  if (held.length === 0) return null
  const count = held.length
  return (
    <Card tone="critical" border radius={3} padding={4} marginBottom={5} data-testid="held-back">
      <Flex gap={3}>
        <Text size={1} aria-hidden>
          <WarningOutlineIcon />
        </Text>
        <Stack gap={5} flex={1}>
          <Text as="h2" size={1} weight="semibold">
            {count === 1
              ? say('One document is held back')
              : say('{count} documents are held back', {count})}
          </Text>
          <Stack as="ul" gap={5} padding={0} margin={0}>
            {held.map((each) => (
              <HeldBackEntry key={each.document} held={each} titles={titles} now={now} />
            ))}
          </Stack>
        </Stack>
      </Flex>
    </Card>
  )
}

interface HeldBackEntryProps extends Omit<HeldBackListProps, 'held'> {
  held: HeldBack
}

function HeldBackEntry({held, titles, now}: HeldBackEntryProps) {
  const say = useSay()
  const {document, documentType, since, refusal} = held
  return (
    <Stack as="li" gap={3} style={{listStyle: 'none'}}>
      <Text size={1} weight="medium">
        <IntentLink intent="edit" params={{id: document, type: documentType}}>
          {titles.get(document) ?? document}
        </IntentLink>
      </Text>
      <Text size={1} style={{overflowWrap: 'anywhere'}}>
        {whyHeldBack(say, heldBackState(held))}
      </Text>
      <Text size={1}>
        {sinceWhen(say, 'held', since, now)} ·{' '}
        <MendLink refusal={refusal} document={document} documentType={documentType} />
      </Text>
    </Stack>
  )
}
