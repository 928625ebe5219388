import {Text} from '@sanity/ui'

import type {Publish} from './publishes.ts'
import type {ReceiptWord} from './receiptWords.ts'
import {useSay} from './SayContext.ts'
import {duration} from './times.ts'

/** The steps in their order, in the words of somebody who does not build sites. */
const STEPS: readonly (readonly [string, ReceiptWord])[] = [
  ['wait', 'waiting'],
  ['snapshot', 'reading'],
  ['affected', 'finding pages'],
  ['render', 'making pages'],
  ['pictures', 'making pictures'],
  ['gate', 'checking'],
  ['write', 'writing'],
  ['swap', 'going live'],
  ['afterwork', 'compressing'],
]

/** How long each step of a publish took. */
export function StepTimes({publish}: {publish: Publish}) {
  const say = useSay()
  const steps = publish.receipts[0]?.steps ?? {}
  const told = STEPS.flatMap(([name, word]) => {
    const ms = steps[name]
    return ms === undefined ? [] : [`${say(word)} ${duration(say.locale, ms)}`]
  })
  if (told.length === 0) return null
  return (
    <Text size={1} muted>
      {told.join(' · ')}
    </Text>
  )
}
