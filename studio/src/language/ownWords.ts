/** The words of the Studio that are neither in a type nor the name of a list. */
export const ownWords = [
  'Content',
  'All languages',
  'Fewer languages',
  'Language of the Studio',
] as const
