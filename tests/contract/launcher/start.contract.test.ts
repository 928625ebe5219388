import {spawnSync} from 'node:child_process'
import {createServer} from 'node:net'
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {freePorts} from '../../freePorts.ts'

const start = join(import.meta.dirname, '../../../scripts/start.ts')

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'coworkmed-start-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  return folder
}

/** The launcher itself, as `npm start` hands over to it; what keeps it from starting is said and it ends. */
async function startWith(variables: NodeJS.ProcessEnv) {
  const [lake, publisher, site, studio] = await freePorts(4)
  const {SANITY_API_HOST: _, ...environment} = process.env
  const {status, stdout, stderr} = spawnSync(process.execPath, [start], {
    encoding: 'utf8',
    env: {
      ...environment,
      LAKE_PORT: String(lake),
      PUBLISHER_PORT: String(publisher),
      SITE_PORT: String(site),
      STUDIO_PORT: String(studio),
      ...variables,
    },
  })
  expect({status, stderr}).toEqual({status: 1, stderr: ''})
  const [said = ''] = stdout.trim().split('\nStopped.')
  return said
}

test('says in one sentence that its data is damaged, where, and what to do', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'lake', 'lake.db')
  await mkdir(join(folder, 'lake'))
  await writeFile(file, 'This is not a database. '.repeat(1000))

  const said = await startWith({DATA_DIR: folder})

  expect(said.split('\n').at(-1)).toBe(
    `lake did not start: ${file} cannot be opened: file is not a database. Restore it from a backup.`,
  )
})

test('says in one sentence that its folder cannot be used, and what to do', async () => {
  const file = join(await temporaryFolder(), 'file')
  await writeFile(file, '')

  expect(await startWith({DATA_DIR: file})).toMatch(
    /^DATA_DIR is .+, which cannot be used: EEXIST.+\. Give yourself the right to write there, or name another folder\.$/,
  )
})

test('says in one sentence which port is taken, and what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await new Promise((resolve) => other.once('listening', resolve))
  const address = other.address()
  const port = typeof address === 'object' ? address?.port : undefined

  const said = await startWith({DATA_DIR: await temporaryFolder(), LAKE_PORT: String(port)})

  expect(said).toMatch(new RegExp(`^Taken already: port ${port} \\(LAKE_PORT\\)\\. .+$`))
})
