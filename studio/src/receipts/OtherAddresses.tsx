import {Stack, Text} from '@sanity/ui'

import {Disclosure} from './Disclosure.tsx'
import type {Publish} from './publishes.ts'
import {useSay} from './SayContext.ts'
import {SiteLink} from './SiteLink.tsx'

/** The lists, neighbours and other files that a publish changed beside the document's own pages. */
export function OtherAddresses({publish}: {publish: Publish}) {
  const say = useSay()
  const own = new Set(publish.receipts.map(({address}) => address))
  const listed = publish.receipts.flatMap(({changes}) => changes)
  const others = listed.filter(({address}) => !own.has(address))
  const untold = publish.receipts.reduce(
    (sum, {changed, changes}) => sum + changed - changes.length,
    0,
  )
  const count = others.length + untold
  if (count === 0) return null

  return (
    <Disclosure
      summary={
        count === 1
          ? say('{count} other address changed with it', {count})
          : say('{count} other addresses changed with it', {count})
      }
    >
      <Stack as="ul" gap={4} paddingTop={4} paddingLeft={4} margin={0}>
        {others.map(({address, change}) => (
          <Text as="li" key={address} size={1}>
            {change === 'removed' ? <s>{address}</s> : <SiteLink address={address} />}
          </Text>
        ))}
        {untold > 0 && (
          <Text as="li" size={1} muted>
            {say('and {count} more', {count: untold})}
          </Text>
        )}
      </Stack>
    </Disclosure>
  )
}
