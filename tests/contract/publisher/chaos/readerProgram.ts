import {readFileSync, readlinkSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'

import {counterIn} from './counters.ts'
import {parseReading} from './reading.ts'
import type {Findings} from './reading.ts'

/** Reads the site as a web server would, and as a browser does, over and over; tells at the end what was wrong. */
const {releases, site, whole, shown} = parseReading(process.argv[2])
const isWhole = new RegExp(whole)
const newest = new Map<string, number>()
const findings: Findings = {reads: 0, answers: 0, missing: [], torn: [], older: []}
const stopping = new AbortController()

/** Which release is current is asked once, as for one visitor; then several of its files are read. */
function readFromDisk() {
  const directory = join(releases, readlinkSync(join(releases, 'current')))
  for (const {document, files} of shown) {
    const texts = files.map((file) => readFileSync(join(directory, file), 'utf8'))
    findings.reads += texts.length
    judge(document, texts, `${directory} ${files}`, 'disk')
  }
}

async function readOverHttp() {
  const {document, files} = shown[findings.answers % shown.length] ?? {document: '', files: []}
  const [file = ''] = files
  const response = await fetch(`${site}/${file.replace(/index\.html$/, '')}`)
  const text = await response.text()
  findings.answers += 1
  if (response.status === 200) judge(document, [text], `${file} over HTTP`, 'http')
  else findings.missing.push(`${file}: ${response.status}`)
}

function judge(document: string, texts: readonly string[], where: string, by: string) {
  const counter = counterIn(texts.join('\n'))
  if (counter === undefined || !texts.every((text) => isWhole.test(text)))
    findings.torn.push(`${where}: ${texts.map((text) => text.slice(0, 80)).join(' | ')}`)
  else if (counter < (newest.get(document + by) ?? 0)) findings.older.push(`${where}: ${counter}`)
  else newest.set(document + by, counter)
}

async function keepReading(read: () => void | Promise<void>, pauseMs: number, mayFail: boolean) {
  while (!stopping.signal.aborted) {
    try {
      await read()
    } catch (error) {
      if (!mayFail) findings.missing.push(String(error)) // a server that was killed may fail
    }
    await sleep(pauseMs)
  }
}

process.on('disconnect', () => process.exit(0))
process.on('message', () => stopping.abort())
process.send?.('started')
await Promise.all([keepReading(readFromDisk, 4, false), keepReading(readOverHttp, 10, true)])
process.send?.(findings, undefined, undefined, () => process.exit(0))
