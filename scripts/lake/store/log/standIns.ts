/** One change of a draft. */
export interface Step {
  seq: number
  author: string
  /** ISO 8601, UTC. */
  timestamp: string
  /** Whether its transaction changed this draft and nothing else. */
  alone: boolean
  /** Whether the log has a full copy of it. */
  isFull: boolean
  /** Of the state that it left: patches since a full copy, and bytes. */
  depth: number
  bytes: number
}

/** A step that stays, and those before it that it stands for. */
export interface StandIn {
  kept: Step
  dropped: Step[]
}

/** The Studio shows the edits of one author as one when they are this close together. */
export const EDIT_WINDOW_MS = 5 * 60_000

/**
 * What is left of the steps of a draft, the oldest first, when they are thinned: a run of steps that one author made
 * within `windowMs` becomes its last; within `Infinity`, whoever made them. The first and the last step stay, and those
 * that changed other documents as well.
 */
export function standIns(steps: readonly Step[], windowMs: number): StandIn[] {
  const groups: StandIn[] = []
  for (const step of steps.toReversed()) {
    const later = groups.at(-1)
    if (later && step !== steps[0] && isOneEdit(step, later.kept, windowMs)) {
      later.dropped.unshift(step)
    } else {
      groups.push({kept: step, dropped: []})
    }
  }
  return groups.toReversed()
}

function isOneEdit(step: Step, kept: Step, windowMs: number) {
  if (!step.alone || !kept.alone) return false
  if (windowMs === Infinity) return true
  const apart = Math.abs(Date.parse(kept.timestamp) - Date.parse(step.timestamp))
  return step.author === kept.author && apart < windowMs
}
