import {useEffect, useState} from 'react'

import type {ReceiptsAnswer} from './fetchReceipts.ts'
import {NOTHING_YET} from './fetchReceipts.ts'
import {watchReceipts} from './watchReceipts.ts'

/** The newest receipts, of one document or of all, kept up to date while they are shown. */
export function useReceipts(document: string | undefined, limit: number): ReceiptsAnswer {
  const [told, setTold] = useState({document, answer: NOTHING_YET})

  useEffect(() => {
    const answers = watchReceipts({document, limit})
    const subscription = answers.subscribe((answer) => setTold({document, answer}))
    return () => subscription.unsubscribe()
  }, [document, limit])

  // Until the effect has run, what is told is still about the document before.
  return told.document === document ? told.answer : NOTHING_YET
}
