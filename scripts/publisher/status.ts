import type {Inbox} from './inbox.ts'
import type {Releases} from './releases/releases.ts'

/** What became of the last publish. */
type Receipt =
  | {outcome: 'live'; at: string; release: string; ms: number}
  | {outcome: 'refused'; at: string; reason: string}

/** Keeps what `GET /status` says. */
export function createStatus({releases, inbox}: {releases: Releases; inbox: Inbox}) {
  let isBuilding = false
  let lastReceipt: Receipt | undefined

  return {
    building: () => void (isBuilding = true),
    /** Notes a success; `true` when a release went live, `false` when there was nothing to do. */
    live(ms: number) {
      const release = releases.live()
      const wasBuilding = isBuilding
      isBuilding = false
      if (release && (wasBuilding || lastReceipt?.outcome !== 'live')) {
        lastReceipt = {outcome: 'live', at: release.at, release: release.id, ms}
      }
      return wasBuilding
    },
    refused(reason: string) {
      isBuilding = false
      lastReceipt = {outcome: 'refused', at: new Date().toISOString(), reason}
    },
    read() {
      const release = releases.live()
      return {
        release: release ? {id: release.id, at: release.at, pages: release.pages} : null,
        pending: inbox.pendingCount(),
        building: isBuilding,
        lastReceipt: lastReceipt ?? null,
        health: lastReceipt?.outcome === 'refused' ? 'failing' : release ? 'ok' : 'starting',
      }
    },
  }
}

export type Status = ReturnType<typeof createStatus>
