import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {serveStudio} from '../../../scripts/serveStudio.ts'
import {note, publisherLine, settled} from '../publisher/publisherLine.ts'

/** A server of ours on this machine. */
export interface OurServer {
  name: 'lake' | 'publisher' | 'site' | 'studio'
  port: number
}

/** The four servers as they run for an office, the site’s with a page; down again when `onEnd` says. */
export async function everyServer(
  onEnd: (end: () => Promise<void>) => void,
): Promise<readonly OurServer[]> {
  const line = await publisherLine(onEnd)
  await line.lake()
  await line.client.create(note('welcome', {title: 'Welcome'}))
  await line.publisher()
  await settled(line)
  const directory = await mkdtemp(join(tmpdir(), 'coworkmed-studio-'))
  await writeFile(join(directory, 'index.html'), '<!DOCTYPE html><head></head><body>Studio</body>')
  const studio = await serveStudio({
    directory,
    port: 0,
    projectId: 'local',
    dataset: 'production',
    lakeUrl: `http://localhost:${line.environment.LAKE_PORT}`,
  })
  onEnd(async () => {
    await studio.close()
    await rm(directory, {recursive: true})
  })
  const {LAKE_PORT, PUBLISHER_PORT, SITE_PORT} = line.environment
  return [
    {name: 'lake', port: Number(LAKE_PORT)},
    {name: 'publisher', port: Number(PUBLISHER_PORT)},
    {name: 'site', port: Number(SITE_PORT)},
    {name: 'studio', port: studio.port},
  ]
}
