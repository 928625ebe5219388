import {documentTypes, singletonTypes} from '@coworkmed/schemas'
import {Box, Button, Card, Container, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {useRouterState} from 'sanity/router'

import {Announcement} from '../receipts/Announcement.tsx'
import {PublishEntry} from '../receipts/PublishEntry.tsx'
import type {Publish} from '../receipts/publishes.ts'
import {isHeldBackNow, publishesOf} from '../receipts/publishes.ts'
import {useSay} from '../receipts/SayContext.ts'
import {useBuild} from '../receipts/useBuild.ts'
import {useHeldBack} from '../receipts/useHeldBack.ts'
import {useNow} from '../receipts/useNow.ts'
import {useProblem} from '../receipts/useProblem.ts'
import {useReceipts} from '../receipts/useReceipts.ts'
import {useTitles} from '../receipts/useTitles.ts'
import {BuildNotice} from './BuildNotice.tsx'
import {HeldBackList} from './HeldBackList.tsx'
import {latestNews} from './latestNews.ts'
import {ProblemNotice} from './ProblemNotice.tsx'
import {PublisherNotice} from './PublisherNotice.tsx'
import {ReceiptFilters} from './ReceiptFilters.tsx'
import {titleOf} from './titleOf.ts'
import {fitting} from './fitting.ts'

/** As many as about thirty publishes in all languages have. */
const RECEIPTS_A_PAGE = 200
/** More the publisher does not give at once. */
const MOST_RECEIPTS = 1000

/** The latest publishes, newest first, with their fate. */
export function ReceiptsScreen() {
  const say = useSay()
  const now = useNow()
  const document = useRouterState(documentInAddress)
  const [limit, setLimit] = useState(RECEIPTS_A_PAGE)
  const [filter, setFilter] = useState({text: '', onlyNotLive: false})
  const {receipts, publisher} = useReceipts(document, limit)
  const all = publishesOf(receipts).filter(isListed)
  const held = useHeldBack().filter((each) => document === undefined || each.document === document)
  const heldNow = new Set(held.map((each) => each.document))
  const problem = useProblem()
  const build = useBuild(publisher === 'answers')
  const titles = useTitles([...all, ...held])
  const publishes = fitting(all, titles, filter)

  return (
    <Card height="fill" overflow="auto" data-testid="receipts-tool">
      <Container width={2} paddingX={4} paddingY={5}>
        <Stack gap={5}>
          <Stack gap={4}>
            <Heading as="h1" size={3}>
              {say('On the site')}
            </Heading>
            <Text muted>
              {say('What was published, since when visitors see it, and where. Newest first.')}
            </Text>
          </Stack>
          <ReceiptFilters {...filter} onChange={setFilter} document={document} />
          <Announcement text={latestNews(say, all, titles, now)} />
          <div>
            <PublisherNotice
              publisher={publisher}
              published={all.length}
              shown={publishes.length}
              onlyNotLive={filter.onlyNotLive && filter.text === ''}
            />
            <div role="status">
              {problem?.document === null && publisher === 'answers' && (
                <ProblemNotice problem={problem} now={now} />
              )}
            </div>
            {build && <BuildNotice build={build} />}
            <HeldBackList held={held} titles={titles} now={now} />
            <Stack as="ol" padding={0} margin={0} gap={5}>
              {publishes.map((publish, index) => (
                <Card as="li" key={publish.key} borderTop paddingTop={5} style={LIST_ITEM}>
                  <PublishEntry
                    publish={publish}
                    title={titleOf(publish, titles)}
                    isOpen={index === 0}
                    isToldAbove={isHeldBackNow(publish) && heldNow.has(publish.document)}
                    now={now}
                  />
                </Card>
              ))}
            </Stack>
          </div>
          {receipts.length >= limit && limit < MOST_RECEIPTS && (
            <Flex>
              <Button
                mode="ghost"
                text={say('Show older ones')}
                onClick={() => setLimit(limit + RECEIPTS_A_PAGE)}
              />
            </Flex>
          )}
          <Box paddingBottom={5} />
        </Stack>
      </Container>
    </Card>
  )
}

/** The Studio also keeps records that no officer writes; what became of those is nobody's question. */
const isListed = ({documentType}: Publish) => listedTypes.includes(documentType)

const listedTypes: readonly string[] = [...documentTypes, ...singletonTypes].map(({name}) => name)

const LIST_ITEM = {listStyle: 'none'} as const

const documentInAddress = ({document}: Record<string, unknown>) =>
  typeof document === 'string' ? document : undefined
