import {readFileSync} from 'node:fs'

/** The processes that a process started and whose command names a file. Linux tells. */
export function childrenOf(pid: number, file: string): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return children.split(' ').filter(Boolean).map(Number).filter(runs(file))
  } catch {
    return [] // it is gone
  }
}

const runs = (file: string) => (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(file)
  } catch {
    return false
  }
}
