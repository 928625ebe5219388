import {createServer} from 'node:http'
import {join} from 'node:path'

import {onTestFinished} from 'vitest'

import {firstContent} from '../../../scripts/launcher/firstContent.ts'
import {variablesOf} from '../content/contentProgram.ts'
import {expect, test} from '../content/test.ts'

const root = join(import.meta.dirname, '../../..')

const options = (hasLake: boolean, variables: NodeJS.ProcessEnv) => ({
  hasLake,
  root,
  environment: {...process.env, ...variables},
  signal: new AbortController().signal,
})

/** A content backend that notes what it is asked, and answers every query alike. */
async function recordingBackend(status: number, answer: object) {
  const requests: string[] = []
  const server = createServer(({method, url}, response) => {
    requests.push(`${method} ${url?.split('?')[0]}`)
    response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const variables = {
    SANITY_API_HOST: `http://127.0.0.1:${port}`,
    SANITY_PROJECT_ID: 'abc123',
    SANITY_DATASET: 'production',
  }
  return {variables, requests}
}

const QUERY = 'GET /v2025-02-19/data/query/production'

test('fills the lake of its own', async ({backend, lake}) => {
  expect(await firstContent(options(true, variablesOf(backend)))).toBeUndefined()

  expect(await lake.fetch('count(*[_type == "meeting"])')).toBeGreaterThan(0)
})

test('writes nothing to any other dataset, and says how to fill it', async () => {
  const {variables, requests} = await recordingBackend(200, {result: 0})

  const advice = await firstContent(options(false, variables))

  expect(advice).toContain('The dataset "production" of project "abc123" has no content')
  expect(advice).toContain('npm run content:import -- seed')
  expect(requests).toEqual([QUERY])
})

test('leaves an empty dataset of a real backend empty', async ({backend, lake}) => {
  expect(await firstContent(options(false, variablesOf(backend)))).toContain('has no content')

  expect(await lake.fetch('count(*)')).toBe(0)
})

test('says nothing of a dataset that has content', async () => {
  const {variables, requests} = await recordingBackend(200, {result: 12})

  expect(await firstContent(options(false, variables))).toBeUndefined()
  expect(requests).toEqual([QUERY])
})

test('goes on when the dataset cannot be read, and says why', async () => {
  const {variables, requests} = await recordingBackend(401, {
    statusCode: 401,
    error: 'Unauthorized',
    message: 'Session not found',
  })

  const advice = await firstContent(options(false, variables))

  expect(advice).toContain('could not be read')
  expect(advice).toContain('Session not found')
  expect(requests).toEqual([QUERY])
})
