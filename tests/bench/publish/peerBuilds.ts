import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {PeerBuild} from '../peers/buildPeer.ts'
import {buildPeer} from '../peers/buildPeer.ts'
import {eleventy} from '../peers/eleventy.ts'
import {hugo} from '../peers/hugo.ts'
import {writePeerSources} from '../peers/writePeerSources.ts'

/** What the other generators take for the same texts, each so many times; no builds for one that is not installed. */
export async function peerBuilds(pages: number, times: number) {
  const root = mkdtempSync(join(tmpdir(), 'coworkmed-peers-'))
  try {
    const peers = [hugo, eleventy].map((peer) => ({peer, directory: join(root, peer.name)}))
    writePeerSources(peers, pages)
    const results = []
    for (const {peer, directory} of peers) {
      const builds: PeerBuild[] = []
      for (let round = 0; round < times; round += 1) {
        if (peer.command(directory, '') === undefined) break
        builds.push(await buildPeer((output) => peer.command(directory, output) ?? []))
      }
      results.push({name: peer.name, builds})
    }
    return results
  } finally {
    rmSync(root, {recursive: true, force: true})
  }
}
