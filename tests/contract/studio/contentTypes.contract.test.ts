import {execFile} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'

import {expect, test} from 'vitest'

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
const studio = join(root, 'studio')
const run = promisify(execFile)

test('the types of documents are those of the schema', async () => {
  const generated = '.sanity/content.generated.ts'
  const env = {...process.env, CONTENT_TYPES_FILE: generated, DO_NOT_TRACK: '1'}

  await sanity(
    ['schema', 'extract', '--force', '--path', '.sanity/schema.json', '--enforce-required-fields'],
    env,
  )
  await sanity(['typegen', 'generate'], env)

  expect(
    await readFile(join(root, 'schemas', 'src', 'content.generated.ts'), 'utf8'),
    'Run `pnpm --filter @coworkmed/studio run types` and commit what it writes.',
  ).toBe(await readFile(join(studio, generated), 'utf8'))
})

const sanity = (args: readonly string[], env: NodeJS.ProcessEnv) =>
  run(process.execPath, ['node_modules/sanity/bin/sanity', ...args], {cwd: studio, env})
