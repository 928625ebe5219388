import type {Publish} from '../receipts/publishes.ts'

/** What a published document is called; one that is gone by the last part of its address, which says most. */
export function titleOf(
  {document, receipts}: Publish,
  titles: ReadonlyMap<string, string>,
): string {
  const own = receipts
    .flatMap(({changes}) => changes)
    .find((change) => change.document === document && change.change === 'removed')
  const lastPart = own?.address.split('/').findLast((part) => part !== '')
  return titles.get(document) ?? lastPart ?? document
}
