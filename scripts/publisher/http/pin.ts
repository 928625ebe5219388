import type {Line} from '../line.ts'
import {BadRequest} from './badRequest.ts'

/** `POST /pin`: what is live stays, whatever is published, until it is unpinned. Throws 409 before the first release. */
export function pin({releases, log}: Pick<Line, 'releases' | 'log'>) {
  const release = releases.live()
  if (release === undefined) throw new BadRequest('Nothing is live yet, so nothing is pinned.', 409)
  releases.pin(release)
  log.info({release}, 'pinned')
  return {release, pinned: true}
}
