import type {Fault} from './fault.ts'
import {faultOf} from './faultOf.ts'
import {sayFault} from './sayFault.ts'

interface FatalLog {
  fatal: (details: {err: unknown; fault: Fault}, message: string) => void
}

const LONGEST_TELLING_MS = 2000

/**
 * Ends this program for an error, whoever throws it and wherever: the log has all of it, and the program that started
 * this one is told it as data.
 */
export function endWithFault(error: unknown, log: FatalLog): void {
  const fault = faultOf(error)
  log.fatal({err: error, fault}, sayFault(fault))
  tellFault(fault, () => process.exit(1))
}

/** Tells the program that started this one what went wrong; calls back when it is told, or cannot be. */
export function tellFault(fault: Fault, done: () => void): void {
  if (!process.send) return done()
  process.exitCode = 1
  setTimeout(done, LONGEST_TELLING_MS).unref()
  process.send({type: 'failed', fault}, undefined, undefined, done)
}
