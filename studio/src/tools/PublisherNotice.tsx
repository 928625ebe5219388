import {Card, Text} from '@sanity/ui'

import type {ReceiptsAnswer} from '../receipts/fetchReceipts.ts'
import type {ReceiptWord} from '../receipts/receiptWords.ts'
import {useSay} from '../receipts/SayContext.ts'

interface PublisherNoticeProps extends Pick<ReceiptsAnswer, 'publisher'> {
  /** How many publishes are known. */
  published: number
  /** How many of them fit the filter. */
  shown: number
  onlyNotLive: boolean
}

/** Says why the list is empty, or may be old. */
export function PublisherNotice({publisher, ...list}: PublisherNoticeProps) {
  const say = useSay()
  const word = wordFor({publisher, ...list})
  return (
    <div role="status">
      {word && (
        <Card
          tone={publisher === 'away' ? 'caution' : 'transparent'}
          padding={4}
          marginBottom={5}
          radius={3}
          border
        >
          <Text size={1}>{say(word)}</Text>
        </Card>
      )}
    </div>
  )
}

function wordFor(props: PublisherNoticeProps): ReceiptWord | undefined {
  const {publisher, published, shown, onlyNotLive} = props
  if (publisher === 'asked') return 'Asking the publisher…'
  if (publisher === 'absent') return 'No publisher is configured here.'
  if (publisher === 'away') {
    return 'The publisher does not answer. What you see may be out of date; it updates by itself.'
  }
  if (published === 0) return 'Nothing has been published yet.'
  if (shown > 0) return undefined
  return onlyNotLive ? 'Everything published is live.' : 'Nothing fits this filter.'
}
