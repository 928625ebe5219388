import {parentPort, workerData} from 'node:worker_threads'

import {ApiError} from '../errors.ts'
import {evaluateDelivery} from './evaluateDelivery.ts'
import {evaluateMatch} from './evaluateMatch.ts'
import {evaluateQuery} from './evaluateQuery.ts'
import type {Job, WorkerMessage} from './jobs.ts'
import {openDocuments} from './openDocuments.ts'
import {queryEvaluationError} from './queryErrors.ts'

/** Largest answer, in bytes of JSON. */
const LARGEST_RESULT = 100_000_000

const documents = openDocuments(String(workerData))

parentPort?.on('message', async (job: Job) => {
  const message = await answer(job)
  parentPort?.postMessage(message, message.json ? [message.json.buffer] : [])
})

/** Says that everything is loaded: a job's time is not spent on starting. */
parentPort?.postMessage({}, [])

async function answer(job: Job): Promise<WorkerMessage> {
  try {
    return {json: toJson(await evaluateJob(job))}
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const {status, message, body} = error
    return {failure: {status, message, body}}
  }
}

function evaluateJob(job: Job): Promise<unknown> {
  switch (job.kind) {
    case 'query':
      return evaluateQuery(job, documents)
    case 'match':
      return evaluateMatch(job)
    case 'delivery':
      return evaluateDelivery(job)
  }
}

function toJson(result: unknown) {
  const json = new TextEncoder().encode(JSON.stringify(result ?? null))
  if (json.byteLength <= LARGEST_RESULT) return json
  throw queryEvaluationError(
    400,
    `The result has ${json.byteLength} bytes; ${LARGEST_RESULT} are allowed. Ask for fewer documents or fields.`,
  )
}
