import {useEffect, useState} from 'react'
import {filter, map, shareReplay} from 'rxjs'

import {fetchHeldBack} from './fetchHeldBack.ts'
import type {HeldBack} from './parseHeldBack.ts'
import {watchAnswers} from './watchAnswers.ts'

/** Every document that is held back now. While the publisher is away, as it told last. */
export function useHeldBack(): readonly HeldBack[] {
  const [held, setHeld] = useState<readonly HeldBack[]>([])
  useEffect(() => {
    const subscription = answers.subscribe(setHeld)
    return () => subscription.unsubscribe()
  }, [])
  return held
}

/** Asked once for the whole Studio. */
const answers = watchAnswers(fetchHeldBack).pipe(
  filter((answer) => answer.publisher === 'answers'),
  map(({heldBack}) => heldBack),
  shareReplay({bufferSize: 1, refCount: true}),
)
