import {spawn} from 'node:child_process'

const READY_MS = 300_000

/** A program of a copy of this project, running. */
export interface Program {
  pid: number
  /** Asks it to end, and waits. */
  stop: () => Promise<void>
}

/** Starts a program that says `listening` when it is ready. Rejects with what it said when it ends before, or takes too long. */
export function spawnProgram(file: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Program> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'], // the channel ends it with us, whatever happens
    })
    let isStopping = false
    const ended = new Promise<void>((end) => child.once('exit', () => end()))
    const tell = () => isStopping || process.stderr.write(`${file} ended by itself:\n${said}\n`)
    const deadline = setTimeout(() => child.kill('SIGTERM'), READY_MS)
    let said = ''
    let isReady = false
    const hear = (text: Buffer) => {
      said = (said + text.toString()).slice(-20_000)
      if (!said.includes('"msg":"listening"')) return
      clearTimeout(deadline)
      if (!isReady) child.once('exit', tell)
      isReady = true
      resolve({
        pid: child.pid ?? 0,
        async stop() {
          isStopping = true
          child.kill('SIGTERM')
          await ended
        },
      })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`${file} ended before it was ready:\n${said}`)))
  })
}
