import {existsSync, readdirSync, readFileSync} from 'node:fs'

/** What a process and all it started used. */
export interface ProcessUse {
  cpuSeconds: number
  /** The most they held at one time together, resident, in megabytes. */
  peakMegabytes: number
}

const SAMPLE_MS = 50
const TICKS_PER_SECOND = 100

/**
 * Watches a process and its descendants until `stop()`, which gives what they used; twenty looks a second.
 * On systems without `/proc` nothing is known: both are `NaN`.
 */
export function watchProcess(pid: number): {stop: () => ProcessUse} {
  const canSee = existsSync('/proc/self/stat')
  const cpuByProcess = new Map<number, number>()
  let peakMegabytes = 0
  const look = () => {
    let megabytes = 0
    for (const each of familyOf(pid)) {
      const use = useOf(each)
      if (!use) continue
      megabytes += use.megabytes
      cpuByProcess.set(each, use.cpuSeconds)
    }
    peakMegabytes = Math.max(peakMegabytes, megabytes)
  }
  const timer = canSee ? setInterval(look, SAMPLE_MS) : undefined
  return {
    stop() {
      clearInterval(timer)
      if (!canSee) return {cpuSeconds: Number.NaN, peakMegabytes: Number.NaN}
      look()
      return {
        cpuSeconds: [...cpuByProcess.values()].reduce((sum, one) => sum + one, 0),
        peakMegabytes,
      }
    },
  }
}

/** The process first, then its descendants. */
function familyOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(familyOf)]
}

function childrenOf(pid: number): number[] {
  const threads = attempt(() => readdirSync(`/proc/${pid}/task`)) ?? []
  return threads.flatMap((thread) => {
    const list = attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')) ?? ''
    return list.split(' ').filter(Boolean).map(Number)
  })
}

function useOf(pid: number) {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  const status = attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8'))
  if (!stat || !status) return undefined
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(afterName[11]) + Number(afterName[12])
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0)
  return {cpuSeconds: ticks / TICKS_PER_SECOND, megabytes: kilobytes / 1024}
}

/** A process may end between two looks. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
