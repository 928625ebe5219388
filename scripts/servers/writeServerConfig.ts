import {join, resolve} from 'node:path'

import {makeFolder} from '../durable.ts'
import {writeWholeFile} from '../wholeFile.ts'
import {addressMap} from './addressMap.ts'
import {caddyfile} from './caddyfile.ts'
import {nginxConf} from './nginxConf.ts'
import type {ServedSite} from './servedSite.ts'

/**
 * Writes into a folder what Caddy and nginx need to serve a site: `Caddyfile` and `nginx.conf`, and for each server the
 * maps of addresses that moved (`redirects.*`) and that were withdrawn (`gone.*`). Gives the names of the files.
 */
export async function writeServerConfig(site: ServedSite, directory: string): Promise<string[]> {
  const {redirects, gone} = site.moved
  const withdrawn = Array.from(gone, (address) => [address, '1'] as const)
  const files = {
    Caddyfile: caddyfile(site),
    'redirects.caddy': addressMap(REDIRECTS, redirects, ''),
    'gone.caddy': addressMap(GONE, withdrawn, ''),
    'nginx.conf': nginxConf(site, resolve(directory)),
    'redirects.nginx': addressMap(REDIRECTS, redirects, ';'),
    'gone.nginx': addressMap(GONE, withdrawn, ';'),
  }
  makeFolder(directory)
  for (const [name, text] of Object.entries(files)) {
    writeWholeFile(join(directory, name), text)
  }
  return Object.keys(files)
}

const REDIRECTS = 'Addresses that moved, and where to: 301.'
const GONE = 'Addresses that were withdrawn: 410.'
