/**
 * Loaded before a program (`node --import`): writes each call that changes files, links or a database to standard error,
 * one a line in JSON, before it is made; and kills the program before call number `KILL_BEFORE`.
 */
import childProcess from 'node:child_process'
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {DatabaseSync} from 'node:sqlite'

const CHANGING = [
  'copyFileSync',
  'linkSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'symlinkSync',
  'unlinkSync',
  'writeFileSync',
] as const

const killBefore = Number(process.env['KILL_BEFORE'] ?? Infinity)
const {openSync, writeSync} = fs
const pathOf = new Map<unknown, unknown>()
let calls = 0

function tell(...call: readonly unknown[]) {
  calls += 1
  if (calls >= killBefore) process.kill(process.pid, 'SIGKILL')
  writeSync(2, `${JSON.stringify(call.map(String))}\n`)
}

/** The same function, but `before` hears what it is called with. */
const watched = <Call extends object>(
  call: Call,
  before: (args: unknown[], self: unknown) => void,
) =>
  new Proxy(call, {
    apply(target, self, args) {
      before(args, self)
      return typeof target === 'function' ? Reflect.apply(target, self, args) : undefined
    },
  })

for (const name of CHANGING) {
  Object.defineProperty(fs, name, {
    value: watched(fs[name], ([from, to]) => tell(name, from, typeof to === 'string' ? to : '')),
  })
}
fs.openSync = new Proxy(openSync, {
  apply(target, self, args) {
    const handle = Reflect.apply(target, self, args)
    pathOf.set(handle, args[0])
    return handle
  },
})
fs.fsyncSync = watched(fs.fsyncSync, ([handle]) => tell('fsync', pathOf.get(handle)))
childProcess.spawnSync = watched(childProcess.spawnSync, ([program]) => tell('spawn', program))
DatabaseSync.prototype.exec = watched(DatabaseSync.prototype.exec, ([sql], self) => {
  if (sql !== 'COMMIT' || !(self instanceof DatabaseSync)) return
  tell('commit', self.location(), self.prepare('PRAGMA synchronous').get()?.['synchronous'])
})
syncBuiltinESMExports()
