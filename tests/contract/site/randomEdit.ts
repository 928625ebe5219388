import type {SanityClient, SanityDocument} from '@sanity/client'

import {localeIds} from '@coworkmed/schemas/locales'

/** A source of numbers below a bound, the same for the same seed. */
export function createRandom(seed: number) {
  let state = seed
  return (bound: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

type Random = ReturnType<typeof createRandom>
type Stored = SanityDocument<Record<string, unknown>>
interface World {
  client: SanityClient
  random: Random
  documents: readonly Stored[]
  /** Tells this edit from all others. */
  number: number
}

const PAGE_TYPES = ['meeting', 'partner', 'policy', 'thirdPlaceType']

/** One edit of every kind that officers make; each gives the ids that its webhooks would name. */
export const edits: Record<string, (world: World) => Promise<string[]>> = {
  async text(world) {
    const document = pick(world, (each) => Array.isArray(each.title))
    const field = world.random(2) === 0 ? 'title' : 'summary'
    const values = withText(
      document[field],
      oneOf(world.random, localeIds),
      `Texte ${world.number}`,
    )
    return save(world, document, {[field]: values})
  },
  async publish({client, random, number}) {
    const types = ['meeting', 'partner', oneOf(random, PAGE_TYPES)]
    const ids = types.map((_, index) => `edit-${number}-${index}`)
    const transaction = client.transaction()
    for (const [index, _id] of ids.entries()) {
      transaction.create({
        _id,
        _type: types[index] ?? '',
        title: withText([], 'fr', `Nouveau ${number}`),
        slug: withSlug([], 'fr', `nouveau-${number}-${index}`),
      })
    }
    await transaction.commit()
    return ids
  },
  async unpublish(world) {
    const {_id} = pick(world, ({_type}) => PAGE_TYPES.includes(_type))
    await world.client.delete(_id).catch(() => undefined) // refused while others refer to it
    return [_id]
  },
  async withdraw(world) {
    const document = pick(world, ({_type}) => PAGE_TYPES.includes(_type))
    const tombstone = `tombstone-${document._id}`
    const addresses = slugsOf(document).map(({language, current}) => ({
      _key: `${language}-${current}`,
      _type: 'formerSlug',
      language,
      current,
    }))
    const withdrawnAt = '2026-11-20T10:00:00Z'
    await world.client
      .transaction()
      .createOrReplace({
        _id: tombstone,
        _type: 'tombstone',
        formerType: document._type,
        addresses,
        withdrawnAt,
      })
      .delete(document._id)
      .commit()
      .catch(() => undefined)
    return [document._id, tombstone]
  },
  async address(world) {
    const document = pick(world, (each) => slugsOf(each).length > 0)
    const [{language = 'fr', current = ''} = {}] = slugsOf(document)
    const former = {_key: `f${world.number}`, _type: 'formerSlug', language, current}
    return save(world, document, {
      slug: withSlug(document.slug, language, `adresse-${world.number}`),
      formerSlugs: [...arrayOf(document.formerSlugs), former],
    })
  },
  async reference(world) {
    const meeting = pick(world, ({_type}) => _type === 'meeting')
    const partner = pick(world, ({_type}) => _type === 'partner')
    const policy = pick(world, ({_type}) => _type === 'policy')
    return save(world, meeting, {
      participations: [
        {
          _key: 'p',
          _type: 'participation',
          role: oneOf(world.random, ['organiser', 'participant']),
          partner: {_type: 'reference', _ref: partner._id, _weak: true},
        },
      ],
      takeaways: [
        {
          _key: 't',
          _type: 'takeaway',
          title: withText([], 'fr', `Enseignement ${world.number}`),
          policies: [{_key: 'r', _type: 'reference', _ref: policy._id, _weak: true}],
        },
      ],
    })
  },
  async settings(world) {
    const settings = pick(world, ({_type}) => _type === 'siteSettings')
    const language = oneOf(world.random, localeIds)
    return save(world, settings, {
      title: withText(settings.title, language, `Site ${world.number}`),
    })
  },
  async image(world) {
    const meeting = pick(world, ({_type}) => _type === 'meeting')
    // Those that were uploaded: poisoned edits make others, whose files are lost.
    const asset = pick(world, ({_type, size}) => _type === 'sanity.imageAsset' && Boolean(size))
    const left = world.random(4) / 10
    const crop = {_type: 'sanity.imageCrop', top: 0, bottom: 0, left, right: 0}
    const image = {_type: 'picture', asset: {_type: 'reference', _ref: asset._id}, crop}
    return save(world, meeting, {image: world.random(4) === 0 ? undefined : image})
  },
  async languageState(world) {
    const document = pick(world, ({_type}) => PAGE_TYPES.includes(_type))
    const language = oneOf(world.random, localeIds)
    const state = oneOf(world.random, ['draft', 'machine', 'ready', 'missing'])
    const others = arrayOf(document.translations).filter((each) => each.language !== language)
    const entry = {_key: language, _type: 'translationState', language, state}
    return save(world, document, {translations: [...others, entry]})
  },
  async schedule(world) {
    const document = pick(world, ({_type}) => PAGE_TYPES.includes(_type))
    const hour = String(world.random(24)).padStart(2, '0')
    const moment = `2026-11-${24 + world.random(4)}T${hour}:00:00.000Z`
    return save(world, document, {[oneOf(world.random, ['publishAt', 'unpublishAt'])]: moment})
  },
  async call(world) {
    const policy = pick(world, ({_type}) => _type === 'policy')
    const day = (from: number) => ({
      _type: 'partialDate',
      value: new Date(Date.UTC(2026, 10, from + world.random(6))).toISOString().slice(0, 10),
    })
    return save(world, policy, {
      calls: [{_key: 'c', _type: 'call', opens: day(21), closes: day(24)}],
    })
  },
  async date(world) {
    const meeting = pick(world, ({_type}) => _type === 'meeting')
    const value = `2026-1${1 + world.random(2)}-2${world.random(9)}`
    return save(world, meeting, {
      when: {_type: 'period', start: {_type: 'partialDate', value}},
      state: {_type: 'meetingState', value: oneOf(world.random, ['announced', 'held'])},
    })
  },
}

function pick({random, documents}: World, fits: (document: Stored) => boolean): Stored {
  return oneOf(random, documents.filter(fits))
}

function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random(items.length)]
  if (item === undefined)
    throw new Error('There is nothing to choose from. Give the trial more content.')
  return item
}

async function save({client}: World, {_id}: Stored, fields: Record<string, unknown>) {
  const gone = Object.keys(fields).filter((name) => fields[name] === undefined)
  await client.patch(_id).set(fields).unset(gone).commit()
  return [_id]
}

type Entry = Record<string, unknown>

const arrayOf = (value: unknown): Entry[] => (Array.isArray(value) ? value : [])

const withText = (values: unknown, language: string, value: string) => [
  ...arrayOf(values).filter((item) => item.language !== language),
  {_key: language, _type: 'internationalizedArrayStringValue', language, value},
]

const withSlug = (values: unknown, language: string, current: string) => [
  ...arrayOf(values).filter((item) => item.language !== language),
  {
    _key: language,
    _type: 'internationalizedArraySlugValue',
    language,
    value: {_type: 'slug', current},
  },
]

function slugsOf(document: Stored) {
  return arrayOf(document.slug).flatMap(({language, value}) =>
    typeof value === 'object' && value !== null && 'current' in value
      ? [{language: String(language), current: String(value.current)}]
      : [],
  )
}
