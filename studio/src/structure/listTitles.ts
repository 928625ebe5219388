/** What the list of each type is called: the plural, which a type itself does not know. */
export const listTitles: Readonly<Record<string, string>> = {
  meeting: 'Meetings',
  partner: 'Organisations',
  policy: 'Policies',
  thirdPlaceType: 'Third-place types',
  typologyScheme: 'Typologies',
  region: 'Regions',
  fund: 'Funds',
  project: 'Projects',
  source: 'Sources',
}
