import {ActivityIcon} from '@sanity/icons/Activity'
import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import type {DocumentInspector, DocumentInspectorProps} from 'sanity'
import {getPublishedId} from 'sanity'
import {DocumentInspectorHeader} from 'sanity/structure'

import {PublishEntry} from './PublishEntry.tsx'
import {publishesOf} from './publishes.ts'
import type {Say} from './say.ts'
import {SayProvider, useSay} from './SayContext.ts'
import {useNow} from './useNow.ts'
import {RECENT_RECEIPTS} from './useLiveState.ts'
import {useReceipts} from './useReceipts.ts'

/** Beside a document's form: its last publishes, with addresses, reasons and times. */
export function liveInspector(say: Say): DocumentInspector {
  const title = say('On the site')
  return {
    name: 'receipts',
    useMenuItem: () => ({icon: ActivityIcon, title, showAsAction: true}),
    component: ({documentId, onClose}: DocumentInspectorProps) => (
      <SayProvider value={say}>
        <Flex direction="column" height="fill" overflow="hidden">
          <DocumentInspectorHeader
            as="header"
            title={title}
            onClose={onClose}
            closeButtonLabel={say('Close')}
          />
          <Box flex={1} overflow="auto" padding={4}>
            <LastPublishes document={getPublishedId(documentId)} />
          </Box>
        </Flex>
      </SayProvider>
    ),
  }
}

function LastPublishes({document}: {document: string}) {
  const say = useSay()
  const now = useNow()
  const {receipts, publisher} = useReceipts(document, RECENT_RECEIPTS)
  const publishes = publishesOf(receipts)
  const empty = {
    asked: 'Asking the publisher…',
    absent: 'No publisher is configured here.',
    away: 'The publisher is away',
    answers: 'No publish is known here.',
  } as const
  if (publishes.length === 0) {
    return (
      <Text size={1} muted>
        {say(empty[publisher])}
      </Text>
    )
  }
  return (
    <Stack gap={5}>
      {publishes.map((publish) => (
        <Card key={publish.key} borderTop={!publish.isNewest} paddingTop={publish.isNewest ? 0 : 5}>
          <PublishEntry publish={publish} isOpen={publish.isNewest} now={now} />
        </Card>
      ))}
    </Stack>
  )
}
