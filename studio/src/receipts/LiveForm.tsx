import {Stack} from '@sanity/ui'
import type {InputProps} from 'sanity'
import {getPublishedId, useEditState} from 'sanity'

import {Announcement} from './Announcement.tsx'
import {LiveNotice} from './LiveNotice.tsx'
import type {Say} from './say.ts'
import {SayProvider, useSay} from './SayContext.ts'
import {spokenState} from './spokenState.ts'
import {useLiveState} from './useLiveState.ts'

/** Every document's form, with a notice above it while what was published is not live. */
export function liveForm(say: Say) {
  return function LiveForm(props: InputProps) {
    const document = props.path.length === 0 ? documentOf(props.value) : undefined
    if (!document) return props.renderDefault(props)
    return (
      <SayProvider value={say}>
        <Stack gap={4}>
          <DocumentNews {...document} />
          {props.renderDefault(props)}
        </Stack>
      </SayProvider>
    )
  }
}

function DocumentNews({id, type}: {id: string; type: string}) {
  const say = useSay()
  const {published} = useEditState(id, type)
  const news = useLiveState({id, type, published})
  return (
    <>
      <Announcement text={spokenState(say, news.state, news.now)} />
      <LiveNotice news={news} document={id} documentType={type} />
    </>
  )
}

function documentOf(value: unknown) {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('_id' in value) || !('_type' in value)) return undefined
  const {_id: id, _type: type} = value
  return typeof id === 'string' && typeof type === 'string'
    ? {id: getPublishedId(id), type}
    : undefined
}
