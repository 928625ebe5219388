import {linkSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import type {LeftFolder} from './createDisk.ts'

/** Writes what a power cut left into an empty folder, hard links included. */
export function writeDisk(folder: string, left: LeftFolder, written = new Map<object, string>()) {
  for (const [name, node] of left) {
    const path = join(folder, name)
    if (node instanceof Map) {
      mkdirSync(path)
      writeDisk(path, node, written)
    } else if ('bytes' in node) {
      const first = written.get(node)
      if (first === undefined) writeFileSync(path, node.bytes)
      else linkSync(first, path)
      written.set(node, first ?? path)
    } else symlinkSync(node.target, path)
  }
}
