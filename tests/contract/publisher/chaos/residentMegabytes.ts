import {readdirSync, readFileSync} from 'node:fs'

/** The memory that a process and all it started hold, in megabytes. Linux tells. */
export function residentMegabytes(pid: number): number {
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
  )
  const own = Number(resident?.[1] ?? 0) / 1024
  return Math.round(children.reduce((sum, child) => sum + residentMegabytes(Number(child)), own))
}
