import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync} from 'node:fs'

import {parseTrace} from './parseTrace.ts'
import type {RecordedCall} from './recordedCall.ts'

const CHANGING =
  'openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,sync,syncfs,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,mkdir,mkdirat,truncate,ftruncate,fallocate,copy_file_range,sendfile,sendto'

/** Whether calls can be recorded on this machine: `strace` is there, and may trace. */
export const canRecord = () =>
  spawnSync('strace', ['-f', '-o', '/dev/null', process.execPath, '--version']).status === 0

/** Runs a program, with all that it starts, while `during` lasts; gives every change it made to files, in order. */
export async function record(
  program: string,
  {environment, trace}: {environment: NodeJS.ProcessEnv; trace: string},
  during: () => Promise<void>,
): Promise<RecordedCall[]> {
  const options = ['-f', '--seccomp-bpf', '-y', '-xx', '-s', '100000000', '-e', `trace=${CHANGING}`]
  const child = spawn('strace', [...options, '-o', trace, process.execPath, program], {
    env: {...environment, UV_USE_IO_URING: '0'},
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  try {
    const isStarted = await Promise.race([
      once(child.stdout, 'data').then(() => true),
      ended.then(() => false),
    ])
    if (!isStarted) throw new Error(`${program} did not start under strace.`)
    await during()
  } finally {
    child.stdin.end()
    await ended
  }
  return parseTrace(readFileSync(trace, 'utf8'))
}
