import type {ChildProcess} from 'node:child_process'
import {spawn} from 'node:child_process'
import {mkdirSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {z} from 'zod'

import type {Fault} from '../faults/fault.ts'
import {parseFault, ToldFault} from '../faults/fault.ts'
import {faultOf} from '../faults/faultOf.ts'
import {firstError, whyFailed} from '../faults/firstError.ts'
import {openRotatingLog} from './rotatingLog.ts'

/** What is kept of what a program prints, to find its error in. */
const HEARD_CHARACTERS = 20_000

export interface ProcessOptions {
  name: string
  /** Arguments for Node, the file first. */
  args: readonly string[]
  cwd: string
  environment: NodeJS.ProcessEnv
  dataDirectory: string
  /** What the program prints when it can be used. */
  readyWhen: RegExp
}

export interface RunningProcess {
  child: ChildProcess
  /** Resolves when it has ended: with its exit code, or `killed`, and why, as far as it told. */
  ended: Promise<{how: number | 'killed'; fault: Fault | undefined}>
}

/** Starts a program in a process of its own; resolves when it is ready, rejects with what it told when it ends before. */
export function startProcess(options: ProcessOptions, signal: AbortSignal) {
  signal.throwIfAborted()
  const {name, args, cwd, environment, readyWhen} = options
  return new Promise<RunningProcess>((resolve, reject) => {
    mkdirSync(dirname(logFile(options)), {recursive: true})
    const log = openRotatingLog(logFile(options))
    const child = spawn(process.execPath, [...args], {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32', // Ctrl-C reaches the launcher alone, which stops all in order
    })
    const ears = listenTo(child)
    const ended = Promise.withResolvers<Awaited<RunningProcess['ended']>>()
    const giveUp = () => child.kill('SIGTERM')
    signal.addEventListener('abort', giveUp, {once: true})
    let isReady = false
    const hear = (text: Buffer) => {
      log.write(text)
      ears.hear(text)
      if (isReady || !readyWhen.test(ears.heard())) return
      isReady = true
      signal.removeEventListener('abort', giveUp)
      resolve({child, ended: ended.promise})
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('close', (code) => {
      log.end()
      signal.removeEventListener('abort', giveUp)
      const how = code ?? 'killed'
      const fault = ears.fault(how, isReady)
      ended.resolve({how, fault})
      const why = fault
        ? `${name} did not start: ${fault.message}`
        : `${name} did not start (${how}).`
      reject(new ToldFault(fault ? {...fault, message: why} : faultOf(why)))
    })
  })
}

/** Hears why a program ends: as data, if it is one of ours, else as it printed it. */
function listenTo(child: ChildProcess) {
  let told: Fault | undefined
  let heard = ''
  child.on('message', (message) => {
    told = parseFault(message) ?? told
  })
  return {
    hear(text: Buffer) {
      heard = (heard + text.toString()).slice(-HEARD_CHARACTERS)
    },
    heard: () => heard,
    /** Nothing where it did not tell, as when somebody killed it. */
    fault(how: number | 'killed', isReady: boolean) {
      if (told || how === 'killed') return told
      const printed = isReady ? firstError(heard) : whyFailed(heard)
      return printed ? faultOf(messageOf(printed)) : undefined
    },
  }
}

const logLine = z.looseObject({msg: z.string()})

/** Of a line of a log only what it says. */
function messageOf(line: string) {
  try {
    return logLine.parse(JSON.parse(line)).msg
  } catch {
    return line
  }
}

/** Where a program's log is. */
export const logFile = ({name, dataDirectory}: Pick<ProcessOptions, 'name' | 'dataDirectory'>) =>
  join(dataDirectory, 'logs', `${name}.log`)
