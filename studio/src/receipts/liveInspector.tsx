import {ActivityIcon} from '@sanity/icons/Activity'
import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import type {DocumentInspector, DocumentInspectorProps} from 'sanity'
import {getPublishedId, useEditState} from 'sanity'
import {DocumentInspectorHeader} from 'sanity/structure'

import {LiveNotice} from './LiveNotice.tsx'
import {PublishEntry} from './PublishEntry.tsx'
import {isHeldBackNow, publishesOf} from './publishes.ts'
import type {Say} from './say.ts'
import {SayProvider, useSay} from './SayContext.ts'
import {useNow} from './useNow.ts'
import {RECENT_RECEIPTS, useLiveState} from './useLiveState.ts'
import {useReceipts} from './useReceipts.ts'

/** Beside a document's form: its last publishes, with addresses, reasons and times. */
export function liveInspector(say: Say): DocumentInspector {
  const title = say('On the site')
  return {
    name: 'receipts',
    useMenuItem: () => ({icon: ActivityIcon, title, showAsAction: true}),
    component: ({documentId, documentType, onClose}: DocumentInspectorProps) => (
      <SayProvider value={say}>
        <Flex direction="column" height="fill" overflow="hidden">
          <DocumentInspectorHeader
            as="header"
            title={title}
            onClose={onClose}
            closeButtonLabel={say('Close')}
          />
          <Box flex={1} overflow="auto" padding={4}>
            <DocumentOnSite document={getPublishedId(documentId)} documentType={documentType} />
          </Box>
        </Flex>
      </SayProvider>
    ),
  }
}

/** Its last publishes, under what none of them tells: that it is held back now, or what it waits for. */
function DocumentOnSite({document, documentType}: {document: string; documentType: string}) {
  const {published} = useEditState(document, documentType)
  const news = useLiveState({id: document, type: documentType, published})
  const kind = news.state?.kind
  const isToldBelow = kind === 'refused' || kind === 'waiting' || kind === 'absent'
  return (
    <Stack gap={5}>
      {!isToldBelow && <LiveNotice news={news} document={document} documentType={documentType} />}
      <LastPublishes document={document} isHeldBack={kind === 'heldBack'} />
    </Stack>
  )
}

function LastPublishes({document, isHeldBack}: {document: string; isHeldBack: boolean}) {
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
          <PublishEntry
            publish={publish}
            isOpen={publish.isNewest}
            isToldAbove={isHeldBack && isHeldBackNow(publish)}
            now={now}
          />
        </Card>
      ))}
    </Stack>
  )
}
