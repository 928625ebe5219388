import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, onTestFinished, test} from 'vitest'

import {createStore} from '../../../scripts/lake/store/createStore.ts'

/** What reads a whole table, and may: no request asks for it, or it stops at the first row that fits, from the newest. */
const MAY_SCAN = [
  'SELECT timestamp FROM transactions ORDER BY seq DESC LIMIT 1',
  'SELECT seq FROM transactions WHERE +dataset = ? ORDER BY seq DESC LIMIT 1',
  'SELECT dataset, id FROM documents ORDER BY dataset, id',
]

/** Tables that stay small. */
const SMALL = /^SCAN (?:log_identity|datasets|schedules|json_each|CONSTANT|\()/

/** Every statement that a store prepares, as SQLite is told it, without line breaks. */
async function statements() {
  const folder = await mkdtemp(join(tmpdir(), 'lake-statements-'))
  const prepared = new Set<string>()
  const {prepare} = DatabaseSync.prototype
  DatabaseSync.prototype.prepare = function remember(sql, ...rest) {
    prepared.add(sql)
    return prepare.call(this, sql, ...rest)
  }
  const store = createStore(join(folder, 'lake.db'))
  store.logId()
  DatabaseSync.prototype.prepare = prepare
  onTestFinished(async () => {
    store.close()
    await rm(folder, {recursive: true})
  })
  return {file: join(folder, 'lake.db'), prepared: [...prepared]}
}

function scansOf(database: DatabaseSync, sql: string) {
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()
  return steps
    .map(({detail}) => String(detail))
    .filter((detail) => detail.startsWith('SCAN') && !SMALL.test(detail))
}

test('no statement reads a whole table for what a request asks, so that none grows with the square', async () => {
  const {file, prepared} = await statements()
  const database = new DatabaseSync(file, {readOnly: true})
  onTestFinished(() => database.close())
  const asked = prepared.filter((sql) => !sql.startsWith('PRAGMA') && !sql.includes('pragma_'))

  const found = asked.flatMap((sql) => {
    const oneLine = sql.replace(/\s+/g, ' ').trim()
    if (MAY_SCAN.some((allowed) => oneLine.startsWith(allowed))) return []
    return scansOf(database, sql).map((scan) => `${scan}: ${oneLine}`)
  })

  expect(asked.length).toBeGreaterThan(30)
  expect(found).toEqual([])
})
