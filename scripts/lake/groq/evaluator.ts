import {guarded} from '../../guarded.ts'
import {ApiError} from '../errors.ts'
import {createChangeReader} from './createChangeReader.ts'
import {evaluateMatch} from './evaluateMatch.ts'
import {evaluateQuery} from './evaluateQuery.ts'
import type {Answer, Job} from './jobs.ts'
import {openDocuments} from './openDocuments.ts'
import {queryEvaluationError} from './queryErrors.ts'

/** Largest answer, in bytes of JSON. */
const LARGEST_RESULT = 100_000_000

/** Evaluates what its lake asks for, one job after the other, until that is gone; `argv` names the lake's SQLite file. */
const documents = openDocuments(process.argv[2] ?? '')
const changed = createChangeReader()
const tell = (message: Answer) => void process.send?.(message)

process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined) // its lake ends it
process.on(
  'message',
  guarded(
    async (job: Job) => tell(await answer(job)),
    () => process.exit(1), // its lake starts another
  ),
)

/** Says that everything is loaded: a job's time is not spent on starting. */
tell({})

async function answer(job: Job): Promise<Answer> {
  try {
    const evaluateJob = prepare(job)
    tell({hasBegun: true})
    const startedAt = performance.now()
    const json = toJson(await evaluateJob())
    return {json, ms: performance.now() - startedAt}
  } catch (error) {
    const reason = error instanceof RangeError ? tooLong(error) : error
    if (reason instanceof ApiError) {
      const {status, message, body} = reason
      return {failure: {status, message, body}}
    }
    return {fault: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}
  }
}

const tooLong = ({message}: RangeError) =>
  queryEvaluationError(400, `The query makes something too long or too deep: ${message}.`)

/** Reads what came with a job: that is no part of its time. */
function prepare(job: Job): () => Promise<unknown> {
  if (job.kind === 'query') return () => evaluateQuery(job, documents)
  const before = changed.read(job.before)
  const after = changed.read(job.after)
  return () => evaluateMatch({...job, before, after})
}

function toJson(result: unknown) {
  const json = new TextEncoder().encode(JSON.stringify(result ?? null))
  if (json.byteLength <= LARGEST_RESULT) return json
  throw queryEvaluationError(
    400,
    `The result has ${json.byteLength} bytes; ${LARGEST_RESULT} are allowed. Ask for fewer documents or fields.`,
  )
}
