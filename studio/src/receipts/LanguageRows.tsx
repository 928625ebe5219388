import {Flex, Stack, Text} from '@sanity/ui'
import type {SchemaType} from 'sanity'

import {formLanguages} from '../language/localizedFields.ts'
import {languageName} from './languageName.ts'
import type {Receipt} from './parseReceipts.ts'
import {useSay} from './SayContext.ts'
import {sayWhy} from './sayWhatChanged.ts'
import {SiteLink} from './SiteLink.tsx'
import {whatChanged} from './whatChanged.ts'

interface LanguageRowsProps {
  receipts: readonly Receipt[]
  type: SchemaType | undefined
  /** What is said of the publish as a whole, and need not be said of each language again. */
  told: string
}

/** For each language the document's own page: its address, and what the publish did to it, and why. */
export function LanguageRows({receipts, ...rest}: LanguageRowsProps) {
  return (
    <Stack as="ul" gap={4} padding={0} margin={0}>
      {receipts.toSorted(inFormOrder).map((receipt) => (
        <LanguageRow key={receipt.language} receipt={receipt} {...rest} />
      ))}
    </Stack>
  )
}

const inFormOrder = (a: Receipt, b: Receipt) => rank(a.language) - rank(b.language)
const rank = (language: string) => formLanguages.findIndex(({id}) => id === language)

interface LanguageRowProps extends Omit<LanguageRowsProps, 'receipts'> {
  receipt: Receipt
}

/** Side by side where there is room; in narrow panes one below the other. */
function LanguageRow({receipt, type, told}: LanguageRowProps) {
  const say = useSay()
  const {document, revision, language, address} = receipt
  const changes = receipt.changes.filter((change) => change.document === document)
  const why = sayWhy(say, whatChanged(say, {document, revision, type, changes}))
  return (
    <Flex as="li" wrap="wrap" gap={3} style={{columnGap: '1.25em', listStyle: 'none'}}>
      <Text size={1} weight="medium" style={{flex: '0 0 6em'}}>
        {languageName(say.locale, language)}
      </Text>
      <Text size={1} style={{flex: '2 1 17em'}}>
        {address === null ? <Withdrawn changes={changes} /> : <SiteLink address={address} />}
      </Text>
      <Text size={1} muted style={{flex: '1 1 9em'}}>
        {say(wordFor(receipt))}
        {why && why !== told ? `, ${why}` : ''}
      </Text>
    </Flex>
  )
}

function Withdrawn({changes}: Pick<Receipt, 'changes'>) {
  const say = useSay()
  const address = changes.find(({change}) => change === 'removed')?.address
  return address ? <s>{address}</s> : <>{say('no page')}</>
}

function wordFor({document, address, changes}: Receipt) {
  const own = changes.filter((change) => change.document === document)
  if (address === null) return own.length > 0 ? 'page withdrawn' : 'same as before'
  const change = own.find((candidate) => candidate.address === address)?.change
  if (change === undefined) return 'same as before'
  if (change === 'changed') return 'page changed'
  return own.some((other) => other.change === 'removed') ? 'new address' : 'new page'
}
