import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {resolve, sep} from 'node:path'
import {DatabaseSync, StatementSync} from 'node:sqlite'

/**
 * Loaded before a program: while the file CHAOS_DISK names it, with a number n, everything that needs room in the data
 * folder fails from the nth time on, until that file is gone. That it came to this, a file beside it tells.
 */
const {CHAOS_DISK = '', DATA_DIR = ''} = process.env
const data = resolve(DATA_DIR) + sep
const {existsSync, readFileSync, writeFileSync} = fs
const handles = new Set<unknown>()
let calls = 0

const BY_FIRST_PATH = ['writeFileSync', 'appendFileSync', 'mkdirSync']
const BY_SECOND_PATH = ['linkSync', 'symlinkSync', 'renameSync', 'copyFileSync', 'cpSync']
const BY_HANDLE = ['writeSync', 'fsyncSync']

for (const name of BY_FIRST_PATH) wrap(fs, name, ([path]) => isOurs(path))
for (const name of BY_SECOND_PATH) wrap(fs, name, ([, path]) => isOurs(path))
for (const name of BY_HANDLE) wrap(fs, name, ([handle]) => handles.has(handle))
for (const name of ['writeFile', 'mkdir']) wrap(fs.promises, name, ([path]) => isOurs(path))
for (const name of ['rename', 'copyFile']) wrap(fs.promises, name, ([, path]) => isOurs(path))
wrap(fs, 'openSync', ([path, flags]) => isOurs(path) && typeof flags === 'string' && flags !== 'r')
wrap(StatementSync.prototype, 'run', () => true)
wrap(DatabaseSync.prototype, 'exec', ([sql]) => !/^(BEGIN|ROLLBACK|PRAGMA)/.test(String(sql)))
syncBuiltinESMExports()

function isOurs(path: unknown) {
  return typeof path === 'string' && resolve(path).startsWith(data)
}

function wrap(owner: object, name: string, needsRoom: (args: readonly unknown[]) => boolean) {
  const original: unknown = Reflect.get(owner, name)
  if (typeof original !== 'function') throw new Error(`There is no ${name}.`)
  Reflect.set(owner, name, function call(this: unknown, ...args: unknown[]) {
    if (needsRoom(args)) failWhenFull(name)
    const result: unknown = Reflect.apply(original, this, args)
    if (name === 'openSync' && isOurs(args[0])) handles.add(result)
    return result
  })
}

function failWhenFull(name: string) {
  const order = existsSync(CHAOS_DISK) ? readFileSync(CHAOS_DISK, 'utf8').split(' ') : []
  const [program, first] = order
  if (!program || !process.argv.some((word) => word.endsWith(program))) calls = 0
  else if ((calls += 1) >= Number(first)) {
    writeFileSync(`${CHAOS_DISK}.full`, name)
    throw Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), {code: 'ENOSPC'})
  }
}
