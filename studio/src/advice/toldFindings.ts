import type {Finding} from '@coworkmed/schemas/parse/finding'

import type {Receipt} from '../receipts/parseReceipts.ts'
import {publishesOf} from '../receipts/publishes.ts'

/**
 * What the publisher told it left out of a revision: more than can be known from the document alone, such as references
 * to what is not published. Takes the receipts of one document, newest first.
 */
export function toldFindings(receipts: readonly Receipt[], revision: string): Finding[] {
  const [newest] = publishesOf(receipts)
  return newest?.revision === revision ? newest.receipts.flatMap(({findings}) => findings) : []
}
