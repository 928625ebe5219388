import {SearchIcon} from '@sanity/icons/Search'
import {Box, Button, Checkbox, Flex, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {useRouter} from 'sanity/router'

import {useSay} from '../receipts/SayContext.ts'
import type {Filter} from './fitting.ts'

interface ReceiptFiltersProps extends Filter {
  onChange: (filter: Filter) => void
  /** The one document that is shown, if it is only one. */
  document: string | undefined
}

/** By title, and what is not live. */
export function ReceiptFilters({text, onlyNotLive, onChange, document}: ReceiptFiltersProps) {
  const say = useSay()
  const {navigate} = useRouter()
  const checkbox = useId()
  return (
    <Flex wrap="wrap" align="center" gap={4} role="search">
      {document === undefined ? (
        <Box flex={1} style={{minWidth: '14em'}}>
          <TextInput
            type="search"
            icon={SearchIcon}
            aria-label={say('Filter by title')}
            placeholder={say('Filter by title')}
            value={text}
            onChange={(event) => onChange({text: event.currentTarget.value, onlyNotLive})}
          />
        </Box>
      ) : (
        <Button mode="ghost" text={say('Show all documents')} onClick={() => navigate({})} />
      )}
      <Flex align="center" gap={3}>
        <Checkbox
          id={checkbox}
          checked={onlyNotLive}
          onChange={(event) => onChange({text, onlyNotLive: event.currentTarget.checked})}
        />
        <Text as="label" size={1} htmlFor={checkbox}>
          {say('Only what is not live')}
        </Text>
      </Flex>
    </Flex>
  )
}
