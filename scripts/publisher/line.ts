import type {Log} from '../log.ts'
import type {Builder} from './builder/startBuilder.ts'
import type {Clock} from './clock.ts'
import type {CrashPoint} from './crashPoint.ts'
import type {Inbox} from './inbox.ts'
import type {Progress} from './progress.ts'
import type {Publishes} from './receipts/createPublishes.ts'
import type {Receipts} from './receipts/createReceipts.ts'
import type {SiteReleases} from './siteReleases.ts'
import type {Sweeper} from './sweeper/createSweeper.ts'

/** What the steps of a publish work with. */
export interface Line {
  inbox: Inbox
  publishes: Publishes
  receipts: Receipts
  releases: SiteReleases
  builder: Builder
  clock: Clock
  progress: Progress
  sweeper: Sweeper
  /** The moment all pages are made for, where it is not the present; ISO 8601. */
  siteNow: string | undefined
  /** Told of each site that went live. */
  onLive: (site: string) => void
  crashPoint: CrashPoint
  /** Ends the program where a database of ours is damaged, told why a publish failed: the next start makes it anew. */
  endIfDamaged: (error: unknown) => void
  log: Log
}
