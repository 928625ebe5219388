/** What the publisher says when it refuses a publish, or holds a document back, for its content; `{name}` stands for what it found. */
export const refusalSentences = [
  'Two documents of type {type} have the address "{path}": "{first}" and "{second}". Change the address (slug) of one of them.',
  'The page {path} could not be made: {reason}',
  'The picture {picture} could not be made: {reason}',
  'its file is missing.',
  'it cannot be read ({cause}).',
  'The page {path} is not whole.',
  'The page {path} has no title.',
  'The page {path} has no heading.',
  'The page {path} names {address}, which is not there.',
] as const
