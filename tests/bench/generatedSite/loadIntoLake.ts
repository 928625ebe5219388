import type {SanityClient} from '@sanity/client'

import type {GeneratedDocument} from './fields.ts'

/** About how much one transaction carries; the lake takes 12 MB. */
const BATCH_BYTES = 8_000_000

/** Publishes documents in batches, in their order; gives how many there were. */
export async function loadIntoLake(
  client: SanityClient,
  documents: Iterable<GeneratedDocument>,
): Promise<number> {
  let count = 0
  for (const batch of batches(documents)) {
    const transaction = client.transaction()
    for (const document of batch) transaction.createOrReplace(document)
    await transaction.commit({visibility: 'async', returnDocuments: false})
    count += batch.length
  }
  return count
}

function* batches(documents: Iterable<GeneratedDocument>) {
  let batch: GeneratedDocument[] = []
  let bytes = 0
  for (const document of documents) {
    batch.push(document)
    bytes += Buffer.byteLength(JSON.stringify(document))
    if (bytes < BATCH_BYTES) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}
