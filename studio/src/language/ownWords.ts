import {refusalSentences} from '../receipts/refusalSentences.ts'
import {receiptWords} from '../receipts/receiptWords.ts'

/** The words of the Studio that are neither in a type nor the name of a list; `{name}` stands for a value. */
export const ownWords = [
  'Content',
  'All languages',
  'Fewer languages',
  'Language of the Studio',
  'Scheduled',
  'Scheduled: {moment}',
  'Withdrawn on {moment}',
  'It goes out by itself on {moment}. To publish it now, empty “Publish on”.',
  'The changes go out by themselves on {moment}; until then the page stays as it is. To publish them now, empty “Publish on”.',
  'It goes out by itself on {moment}, but it has errors: mend them before.',
  'The page would vanish from the site until {moment}. Empty “Publish on” first.',
  'Visitors see it from {moment} on, once you have published it.',
  'What the file told about place, time, people or device was removed when it was uploaded. The image looks the same.',
  'The site leaves this out. {reason}',
  'The site leaves “{found}” out. {reason}',
  ...receiptWords,
  ...refusalSentences,
] as const
