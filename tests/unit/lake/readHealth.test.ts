import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {createGroq} from '../../../scripts/lake/groq/createGroq.ts'
import {readHealth} from '../../../scripts/lake/groq/readHealth.ts'

test('says that no query is answered where the evaluators cannot start', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'coworkmed-health-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const file = join(folder, 'lake.db')
  await writeFile(file, 'This is not a database. '.repeat(100))
  const groq = createGroq({file, projectId: 'local'})
  onTestFinished(() => groq.close())

  expect(await readHealth(groq, 'production', 300)).toEqual({
    status: 'failing',
    lastSuccessAt: null,
    problem: expect.stringMatching(/^The lake cannot answer queries: .+ It goes on trying\.$/),
  })
})
