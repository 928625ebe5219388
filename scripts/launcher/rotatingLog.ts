import {createWriteStream, existsSync, renameSync, statSync} from 'node:fs'

const MOST_BYTES = 10_000_000

/** A log file that is put aside as `<file>.1` when it is full, in the place of the one before: twice so much is kept. */
export function openRotatingLog(file: string, mostBytes = MOST_BYTES) {
  let size = existsSync(file) ? statSync(file).size : 0
  let stream = open()

  function open() {
    const opened = createWriteStream(file, {flags: 'a'})
    opened.on('error', () => undefined) // a full disk: the program itself says so, and the next line is tried anew
    return opened
  }

  function rotate() {
    stream.end()
    try {
      renameSync(file, `${file}.1`)
      size = 0
    } catch {
      // Somebody took it away, or the disk is full: it is tried again at the next line.
    }
    stream = open()
  }

  return {
    write(text: Buffer) {
      if (size > mostBytes) rotate()
      else if (stream.destroyed) stream = open()
      size += text.length
      stream.write(text)
    },
    end: () => void stream.end(),
  }
}
