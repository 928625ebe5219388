import type {TrackedContent} from '../../../../site/src/content/createContent.ts'

/**
 * Loaded before a builder: of all inputs whose names begin with the word FORGOTTEN, it does not notice that they have
 * changed. A bug, planted to show that the tests of edits find such a one.
 */
const {FORGOTTEN = ''} = process.env
let content: TrackedContent | undefined

Object.defineProperty(globalThis, 'siteContent', {
  get: () => content,
  set(next: TrackedContent) {
    const {tracker} = next
    const {advance} = tracker
    tracker.advance = (keys) => advance([...keys].filter((key) => !key.startsWith(`${FORGOTTEN} `)))
    content = next
  },
})
