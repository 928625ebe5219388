import {spawn} from 'node:child_process'

/** Keeps the last line of its input, and when that ends kills the processes which the line names. */
const SHELL = 'while read -r line; do pids=$line; done; [ -z "$pids" ] || kill -9 $pids 2>/dev/null'

/**
 * Ends processes of ours when we are gone, even by `kill -9` and while they are busy: a shell waits for the end of its
 * input, which we hold. Without a shell, as on Windows, they end when they are idle.
 */
export function createReaper() {
  const pids = new Set<number>()
  const shell = spawn('/bin/sh', ['-c', SHELL], {env: {}, stdio: ['pipe', 'ignore', 'ignore']})
  shell.unref()
  shell.on('error', () => undefined)
  shell.stdin.on('error', () => undefined)

  const tell = () => shell.stdin.write(`${[...pids].join(' ')}\n`)

  return {
    /** Has a process ended with us from now on. */
    add(pid: number) {
      pids.add(pid)
      tell()
    },
    /** The process has ended, and its number may become another's. */
    remove(pid: number) {
      pids.delete(pid)
      tell()
    },
    close: () => void shell.stdin.end(),
  }
}

export type Reaper = ReturnType<typeof createReaper>
