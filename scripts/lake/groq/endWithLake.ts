import {Worker} from 'node:worker_threads'

/**
 * Ends this process with the one that started it, even by `kill -9` and in the middle of a job: a thread looks, for nothing
 * that happens is heard of while a query is evaluated.
 */
export function endWithLake(): void {
  process.on('disconnect', () => process.exit(0))
  new Worker(WATCH, {eval: true}).on('error', () => process.exit(1)).unref()
}

const WATCH = `
const lake = process.ppid
setInterval(() => process.ppid === lake || process.kill(process.pid, 'SIGKILL'), 1000)
`
