import {lstatSync} from 'node:fs'

import type {HeldBack} from './builder/protocol.ts'
import {toldHeldBack} from './builder/toldHeldBack.ts'
import {openLedger} from './releases/ledger/openLedger.ts'
import {openReleaseStore} from './releases/openReleaseStore.ts'
import {currentPath, ledgerPath} from './releases/storePaths.ts'
import {liveDirectory} from './site/liveDirectory.ts'

/**
 * The releases as the publisher sees them: one id for each site, whether visitors get it with compressed copies or without.
 * @param root The folder of releases; absolute.
 */
export function openSiteReleases(root: string) {
  const store = openReleaseStore(root)
  const ledger = openLedger(ledgerPath(root))
  const siteOf = (id: string) => ledger.siteOf(id)?.id ?? id

  return {
    root,
    /** The site that is live; `undefined` before the first. */
    live(): string | undefined {
      const id = store.live()
      return id === undefined ? undefined : siteOf(id)
    },
    /** When visitors were last given something else, ISO 8601. */
    swappedAt: () => lstatSync(currentPath(root)).mtime.toISOString(),
    /** Makes a site live, with its compressed copies where they have been made. Throws when it is not on the disk. */
    swap(site: string): void {
      const copies = ledger.releases().find(({base}) => base === site)
      store.swap(copies?.id ?? site)
    },
    /** Gives visitors exactly this root. */
    swapRoot: (id: string) => store.swap(id),
    liveDirectory: () => liveDirectory(root),
    /** Keeps a site live, whatever is published. */
    pin: (site: string) => store.pin(site),
    unpin: () => store.unpin(),
    isPinned: () => store.isPinned(),
    /** Whether a site can go live. */
    has: (site: string) => ledger.release(site) !== undefined,
    /** What is recorded of a site. */
    release: (site: string) => ledger.release(site),
    /** The documents that the newest release holds back. */
    heldBack: (): HeldBack[] => ledger.heldBack().map(toldHeldBack),
    /** The different sites that are kept whose id, or that of their compressed copies, begins like this; newest first. */
    find(prefix: string): string[] {
      const found = ledger.releases().filter(({id}) => id.startsWith(prefix))
      return [...new Set(found.map(({id, base}) => base ?? id))]
    },
    close() {
      ledger.close()
      store.close()
    },
  }
}

export type SiteReleases = ReturnType<typeof openSiteReleases>
