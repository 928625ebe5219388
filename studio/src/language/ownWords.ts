/** The words of the Studio that are neither in a type nor the name of a list; `{name}` stands for a value. */
export const ownWords = [
  'Content',
  'All languages',
  'Fewer languages',
  'Language of the Studio',
  'Scheduled for {moment}',
  'Scheduled: {moment}',
  'Withdrawn on {moment}',
  'It goes out by itself then. To publish it now, empty “Publish on”.',
  'The changes go out by themselves then; until then the page stays as it is. To publish them now, empty “Publish on”.',
  'It goes out by itself then, but it has errors: mend them before.',
  'The page would vanish from the site until {moment}. Empty “Publish on” first.',
  'Visitors see it from {moment} on, once you have published it.',
] as const
