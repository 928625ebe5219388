import {readFileSync} from 'node:fs'

const TICKS_PER_SECOND = 100

/** How long a process has had the processor, in seconds. Linux tells. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}
