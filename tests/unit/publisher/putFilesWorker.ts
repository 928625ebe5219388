import {parentPort, workerData} from 'node:worker_threads'

import {z} from 'zod'

import {putFile} from '../../../scripts/publisher/releases/putFile.ts'

/** A thread that puts files, the same as its sisters, and tells their hashes in order. */
const {root, count} = z.object({root: z.string(), count: z.number()}).parse(workerData)
const hashes = Array.from({length: count}, (_, number) =>
  putFile(root, Buffer.alloc(5000, `page ${number} `)),
)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(hashes.toSorted())
