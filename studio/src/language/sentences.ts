/** What validations of ours say when they look at a value; `{name}` stands for what they found. */
export const sentences = [
  '"{value}" is not a date. Write 2017-10-05, 2016-11 or 2011.',
  'The end ({to}) lies before the beginning ({from}).',
  '"{zone}" is not a time zone. Write it as Europe/Rome.',
  'Write the time zone of the place: there is an hour.',
  'Write the amount.',
  'A range needs both ends.',
  'The range is upside down: {min} is more than {max}.',
  'Write this in at least one language.',
  'Give the page an address in at least one language.',
  '"{slug}" cannot stand in an address. Use small letters a–z, digits and single hyphens.',
  'Write the last part of the old address, for example florence-2017.',
  'This moment has passed: the page goes out when you publish it.',
  'The page would come off the site before it goes out. Choose a later moment.',
  'This moment has passed: published like this, the page is not on the site.',
  'The language "{language}" is listed twice. Keep one line for each.',
] as const
