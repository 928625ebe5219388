import {Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import type {ImageValue, ObjectInputProps} from 'sanity'
import {useClient} from 'sanity'

import type {Translate} from '../language/translator.ts'

/** The form of a picture, which says below it when the upload lost what its file told of place, time, people and device. */
export const pictureInput = (t: Translate) =>
  function PictureInput(props: ObjectInputProps<ImageValue>) {
    const lostSomething = useLostSomething(props.value?.asset?._ref)
    if (!lostSomething) return props.renderDefault(props)
    return (
      <Stack gap={3}>
        {props.renderDefault(props)}
        <Text size={1} muted data-testid="removed-metadata">
          {t(REMOVED)}
        </Text>
      </Stack>
    )
  }

const REMOVED =
  'What the file told about place, time, people or device was removed when it was uploaded. The image looks the same.'

/** Whether the document of an image says that something was removed; such a document never changes. */
function useLostSomething(id: string | undefined) {
  const client = useClient({apiVersion: '2025-02-19'})
  const [lost, setLost] = useState<string>()
  useEffect(() => {
    if (id === undefined) return
    const asked = client.observable
      .fetch<boolean>('count(*[_id == $id][0].metadata.removed) > 0', {id})
      .subscribe({next: (isLost) => isLost && setLost(id), error: () => undefined})
    return () => asked.unsubscribe()
  }, [client, id])
  return id !== undefined && lost === id
}
