import {existsSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** Where the programs read whether there is room. */
const orderIn = (folder: string) => join(folder, 'disk')

/** What has a line's programs run on a disk that can be full. */
export const smallDisk = (folder: string): NodeJS.ProcessEnv => ({
  CHAOS_DISK: orderIn(folder),
  NODE_OPTIONS: `--import=${import.meta.resolve('./diskFull.ts')}`,
})

/** The disk is full for a program from its nth call on that needs room, until `makeRoom()`. */
export function fillDisk(folder: string, program: string, first: number) {
  const order = orderIn(folder)
  rmSync(`${order}.full`, {force: true})
  writeFileSync(`${order}.next`, `${program} ${first}`)
  renameSync(`${order}.next`, order)
  return {
    /** Whether a call has failed. */
    wasFull: () => existsSync(`${order}.full`),
    makeRoom: () => rmSync(order, {force: true}),
  }
}
