import {useEffect, useState} from 'react'

import type {HeldBack} from './parseHeldBack.ts'
import {publisherStatus} from './publisherStatus.ts'

/** Every document that is held back now. While the publisher is away, as it told last. */
export function useHeldBack(): readonly HeldBack[] {
  const [held, setHeld] = useState<readonly HeldBack[]>([])
  useEffect(() => {
    const subscription = publisherStatus.subscribe(({heldBack}) => setHeld(heldBack))
    return () => subscription.unsubscribe()
  }, [])
  return held
}
