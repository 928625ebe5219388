import type {HeldBack} from './parseHeldBack.ts'
import type {Refusal} from './parseRefusal.ts'

/** A document that is held back alone, while others go live. */
export interface HeldBackState {
  kind: 'heldBack'
  /** It was to leave the site. */
  isLeaving: boolean
  /** Visitors see the version before. */
  isShown: boolean
  /** ISO 8601. */
  since: string
  refusal: Refusal
}

/** What visitors have of a document that the publisher's status names as held back. */
export const heldBackState = ({revision, shown, since, refusal}: HeldBack): HeldBackState => ({
  kind: 'heldBack',
  isLeaving: revision === null,
  isShown: shown !== null,
  since,
  refusal,
})

/** Whether the status speaks of what is published now, and not of a version before it. */
export const isAboutPublished = (
  {revision, since}: HeldBack,
  published: {_rev: string; _updatedAt: string} | null,
): boolean =>
  revision === (published?._rev ?? null) ||
  (published !== null && Date.parse(published._updatedAt) < Date.parse(since))
