import type {SanityClient, SanityDocument} from '@sanity/client'

import type {createRandom} from './randomEdit.ts'

interface World {
  client: SanityClient
  random: ReturnType<typeof createRandom>
  documents: readonly SanityDocument<Record<string, unknown>>[]
  number: number
}

/** What no form writes: the site leaves it out. */
const wrongFields: readonly Record<string, unknown>[] = [
  {title: 'Plain'},
  {summary: {en: 'x'}},
  {formerSlugs: [null], sources: 'none'},
  {slug: [{_key: 'fr', _type: 'internationalizedArraySlugValue', language: 'fr', value: '../..'}]},
  {translations: [{_key: 'a', language: 'fr', state: 'unheard'}, 7]},
  {
    statements: [
      {_key: 's', _type: 'statement', text: 'x', source: {_ref: 'drafts.x', _weak: true}},
    ],
  },
]

/**
 * Spoils a document, as imports and scripts do: with fields of wrong types, or with a picture whose file is lost, so that its
 * page cannot be made. Gives the ids that its webhooks would name.
 */
export async function poisonedEdit({client, random, documents, number}: World): Promise<string[]> {
  const pages = documents.filter(({_type}) => ['meeting', 'partner', 'policy'].includes(_type))
  const meetings = documents.filter(({_type}) => _type === 'meeting')
  const wrong = wrongFields[random(wrongFields.length)]
  const spoiled = random(2) === 0 ? meetings[random(meetings.length)] : pages[random(pages.length)]
  if (!spoiled) return []
  if (spoiled._type !== 'meeting' || random(2) === 0) {
    await client
      .patch(spoiled._id)
      .set({...wrong})
      .commit()
    return [spoiled._id]
  }
  const asset = `image-${String(number).padStart(40, '0')}-60x40-png`
  const {url} = client.config()
  await client.createIfNotExists({
    _id: asset,
    _type: 'sanity.imageAsset',
    url: `${url}/images/local/none/${String(number).padStart(40, '0')}-60x40.png`,
    metadata: {_type: 'sanity.imageMetadata', dimensions: {width: 60, height: 40}},
  })
  const image = {_type: 'picture', asset: {_type: 'reference', _ref: asset}}
  await client.patch(spoiled._id).set({image}).commit()
  return [spoiled._id, asset]
}
