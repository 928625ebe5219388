import {z} from 'zod'

import type {Line} from '../line.ts'
import {BadRequest} from './badRequest.ts'

const body = z.object({release: z.string().regex(/^[0-9a-f]{6,64}$/)})

/**
 * `POST /rollback {"release": "…"}`: gives visitors an older site, by its id or the beginning of it, and pins it: what is
 * published waits until it is unpinned. Answers with the id. Rejects with 404 for one that is not kept, and 400 for two
 * that fit.
 */
export async function rollBack({releases, publishes, sweeper, log}: RollBackParts, input: unknown) {
  const parsed = body.safeParse(input)
  if (!parsed.success) {
    throw new BadRequest(
      'Send {"release": "…"} with the id of a release, or at least its first six characters.',
    )
  }
  await sweeper.interrupt()
  const site = findSite(releases, parsed.data.release)
  releases.pin(site)
  if (releases.live() !== site) releases.swap(site)
  publishes.alignWith(site, new Date().toISOString())
  log.info({release: site}, 'rolled back, and pinned')
  return {release: site, pinned: true}
}

type RollBackParts = Pick<Line, 'releases' | 'publishes' | 'sweeper' | 'log'>

function findSite(releases: Line['releases'], prefix: string) {
  const [site, ...others] = releases.find(prefix)
  if (site === undefined) {
    throw new BadRequest(
      `There is no release ${prefix}. The ten newest are kept; \`npm run releases:list\` shows them.`,
      404,
    )
  }
  if (others.length > 0) {
    throw new BadRequest(`${others.length + 1} releases begin with ${prefix}. Give more of the id.`)
  }
  return site
}
