import type {ReceiptWord} from './receiptWords.ts'
import type {Say} from './say.ts'

/** What is wrong with the publisher or its machine, for an officer, by the publisher's name for it. */
const WORDS: Readonly<Record<string, ReceiptWord>> = {
  diskFull: 'The disk of the machine that makes the site is full.',
  notAllowed: 'The publisher may not write to its folder.',
  damaged: 'Stored data of the publisher is damaged.',
  unreachable: 'The publisher cannot reach the content.',
}

/** What is wrong that no officer can mend, why nothing is lost, and what to pass on to who can. */
export const sayFault = (say: Say, kind: string, message: string): string =>
  [
    say(WORDS[kind] ?? 'Something is wrong with the publisher or its machine.'),
    say('What you publish is safe, and goes live once this is mended.'),
    say('If it lasts, tell whoever looks after the system: “{message}”', {message}),
  ].join(' ')
