import type {Line} from '../line.ts'

type GoLiveParts = Pick<Line, 'publishes' | 'releases' | 'crashPoint' | 'onLive'>

/**
 * Gives visitors a site, unless another is pinned; then the receipts say what is so. One rename, and one write: nobody
 * waits for it. Does nothing where it is live already.
 */
export function goLive({publishes, releases, crashPoint, onLive}: GoLiveParts, site: string): void {
  const startedAt = performance.now()
  const isNew = releases.live() !== site
  const isHeld = isNew && releases.isPinned()
  if (isHeld) publishes.hold()
  else if (isNew) {
    crashPoint('before-swap')
    releases.swap(site)
    crashPoint('after-swap')
  }
  const swapMs = isNew && !isHeld ? Math.round((performance.now() - startedAt) * 10) / 10 : null
  publishes.alignWith(releases.live(), new Date().toISOString(), swapMs)
  crashPoint('after-receipts')
  if (isNew && !isHeld) onLive(site)
}
