import {Flex, Stack, Text} from '@sanity/ui'
import {useSchema} from 'sanity'
import {IntentLink} from 'sanity/router'

import {uniqueFindings} from '../advice/uniqueFindings.ts'
import {hasPages} from './hasPages.ts'
import {Disclosure} from './Disclosure.tsx'
import {LanguageRows} from './LanguageRows.tsx'
import {LeftOut} from './LeftOut.tsx'
import {MendLink} from './MendLink.tsx'
import {OtherAddresses} from './OtherAddresses.tsx'
import type {Publish} from './publishes.ts'
import {PublishState} from './PublishState.tsx'
import {useSay} from './SayContext.ts'
import {StepTimes} from './StepTimes.tsx'
import {sayWhatChanged, sayWhy} from './sayWhatChanged.ts'
import {whatChanged} from './whatChanged.ts'

interface PublishEntryProps {
  publish: Publish
  /** The document's title; left out where only one document is spoken of. */
  title?: string
  /** Whether its details are open from the start. */
  isOpen: boolean
  /** Whether a notice above already says why it is held back, and where to mend it. */
  isToldAbove: boolean
  now: number
}

/** One publish: of which document, live since when, what changed and why; addresses and times below. */
export function PublishEntry({publish, title, isOpen, isToldAbove, now}: PublishEntryProps) {
  const say = useSay()
  const type = useSchema().get(publish.documentType)
  const {document, documentType, revision, receipts} = publish
  const changes = receipts.flatMap((receipt) => receipt.changes)
  const refusal = receipts.find((receipt) => receipt.refusal)?.refusal
  const what = whatChanged(say, {document, revision, type, changes})
  const inLanguages = receipts.filter(({language}) => language !== '')

  return (
    <Stack as="article" gap={4} data-testid="publish">
      {title !== undefined && (
        <Flex wrap="wrap" align="baseline" gap={3}>
          <Text as="h2" size={2} weight="semibold">
            <IntentLink intent="edit" params={{id: document, type: documentType}}>
              {title}
            </IntentLink>
          </Text>
          <Text size={1} muted>
            {type?.title ?? documentType}
          </Text>
        </Flex>
      )}
      <PublishState
        publish={publish}
        hasPages={hasPages(type)}
        isToldAbove={isToldAbove}
        now={now}
      />
      {refusal && !isToldAbove && (
        <Text size={1}>
          <MendLink refusal={refusal} document={document} documentType={documentType} />
        </Text>
      )}
      {!refusal && (
        <Text size={1} muted>
          {sayWhatChanged(say, what)}
        </Text>
      )}
      <LeftOut
        findings={uniqueFindings(receipts.flatMap(({findings}) => findings))}
        document={document}
        documentType={documentType}
      />
      {!refusal && (
        <Disclosure summary={say('Details')} isOpen={isOpen}>
          <Stack gap={5} paddingTop={5} paddingLeft={3}>
            {inLanguages.length > 0 && (
              <LanguageRows receipts={inLanguages} type={type} told={sayWhy(say, what)} />
            )}
            <OtherAddresses publish={publish} />
            <StepTimes publish={publish} />
          </Stack>
        </Disclosure>
      )}
    </Stack>
  )
}
