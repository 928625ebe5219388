import {parentPort, workerData} from 'node:worker_threads'

import {z} from 'zod'

import {treeIndexPath} from '../releases/storePaths.ts'
import {openTreeIndex} from '../releases/treeIndex.ts'
import {scrubRelease} from './scrubRelease.ts'

/** A thread that scrubs one release and ends: it reads a whole site, and webhooks must not wait for it. */
// oxlint-disable unicorn/require-post-message-target-origin -- a thread has no origin
const {root, id} = z.object({root: z.string(), id: z.string()}).parse(workerData)
const index = openTreeIndex(treeIndexPath(root), {readOnly: true})
try {
  parentPort?.postMessage(await scrubRelease(root, index, id))
} finally {
  index.close()
}
