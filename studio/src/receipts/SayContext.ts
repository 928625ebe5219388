import {createContext, useContext} from 'react'

import type {Say} from './say.ts'

const SayContext = createContext<Say | undefined>(undefined)

/** Gives the officer's words to everything inside it. */
export const SayProvider = SayContext.Provider

/** The officer's words. Throws outside a `SayProvider`. */
export function useSay(): Say {
  const say = useContext(SayContext)
  if (!say) throw new Error('There are no words here: a SayProvider is missing around it.')
  return say
}
