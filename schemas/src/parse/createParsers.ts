import type {Definition} from './definition.ts'
import {readDefinition} from './definition.ts'
import type {MembersCheck} from './arrayParser.ts'
import {arrayParser, withoutTwice} from './arrayParser.ts'
import {blockParser} from './blockParser.ts'
import {expectations} from './expectations.ts'
import {withHour, withTimeZone} from './hours.ts'
import {imageParser} from './imageParser.ts'
import {withListLevels} from './listLevels.ts'
import {localizedParser} from './localizedParser.ts'
import type {ObjectShape} from './objectParser.ts'
import {objectParser} from './objectParser.ts'
import {parseGeopoint} from './parseGeopoint.ts'
import {referenceParser} from './referenceParser.ts'
import type {Parser} from './parser.ts'
import {recordedRules} from './recordedRules.ts'
import {
  parseBoolean,
  parseDate,
  parseDatetime,
  parseNumber,
  parseText,
  parseUrl,
} from './scalars.ts'
import {parseSlug} from './parseSlug.ts'
import {translationsParser} from './translationsParser.ts'
import {withinOnePage} from './textLimits.ts'
import {withRules} from './withRules.ts'

/** Sanity's own types, by name. */
const ownTypes: Readonly<Record<string, Parser>> = {
  string: parseText,
  text: parseText,
  url: parseUrl,
  number: parseNumber,
  boolean: parseBoolean,
  date: parseDate,
  datetime: parseDatetime,
  slug: parseSlug,
  geopoint: parseGeopoint,
}

interface Types {
  /** The types of a schema, as `defineType` gives them. */
  types: readonly unknown[]
  /** What can be written in each language: see `localizedFieldTypes`. */
  localized: readonly unknown[]
}

/** Makes the parsers of a schema's types; gives the one of a type by its name. */
export function createParsers({types, localized}: Types) {
  const definitions = new Map(types.map(readDefinition).map((type) => [type.name, type]))
  const localizedTypes = new Map(
    localized.map((type) => {
      const definition = readDefinition(typeof type === 'string' ? {type} : type)
      return [`internationalizedArray${capitalized(definition.name)}`, definition]
    }),
  )
  const made = new Map<string, Parser>()

  /** The parser of a named type, made when it is first wanted: types may refer to each other. */
  function parserNamed(name: string): Parser {
    const known = made.get(name)
    if (known) return known
    const definition = definitions.get(name)
    const parser = definition
      ? refined(parserOf(definition, name), definition)
      : localizedNamed(name)
    made.set(name, parser)
    return parser
  }

  function localizedNamed(name: string): Parser {
    const own = ownTypes[name]
    if (own) return own
    const value = localizedTypes.get(name)
    if (!value) throw new Error(`The schema has no type "${name}". List it in index.ts.`)
    return localizedParser({type: `${name}Value`, parseValue: parserOf(value)})
  }

  /** The parser of a field, a member or a type; `type` is what its objects say they are. */
  function parserOf(definition: Definition, type?: string): Parser {
    const {type: kind, validation} = definition
    if (kind === 'array') return listParser(definition)
    if (kind === 'document') return documentParser(definition, type)
    if (kind === 'object') return withRules(objectParser(shapeOf(definition, type)), definition)
    if (kind === 'image') return withRules(imageParser(shapeOf(definition, type)), definition)
    if (kind === 'block') return blockParser(definition, annotationsOf(definition))
    if (kind === 'reference') return withRules(referenceParser(definition.to), definition)
    const isLocalized = localizedTypes.has(kind)
    return withRules(
      parserNamed(kind),
      isLocalized ? {...definition, validation: undefined} : {...definition, validation},
    )
  }

  /** A document that lacks something stays; of an upload nothing is left. */
  function documentParser(definition: Definition, type?: string): Parser {
    const shape = shapeOf(definition, type)
    return objectParser(shape.isOpen ? shape : {...shape, required: new Map()})
  }

  function shapeOf({fields, source}: Definition, type?: string): ObjectShape {
    return {
      isOpen: source.isOpen === true,
      type,
      fields: new Map(fields.map((field) => [field.name, lazily(() => parserOf(field))])),
      required: new Map(fields.flatMap((field) => requiredOf(field))),
    }
  }

  function listParser({of, choices, validation}: Definition): Parser {
    if (of.some(({type}) => type === 'translationState'))
      return translationsParser(lazily(() => parserNamed('translationState')))
    const members = of.map((member): [string, Parser] => [
      memberName(member),
      lazily(() =>
        parserOf(
          choices ? {...member, choices} : member,
          member.fields.length > 0 ? member.name : undefined,
        ),
      ),
    ])
    const isUnique = recordedRules(validation).some(({flag}) => flag === 'unique')
    const isText = of.some(({type}) => type === 'block')
    return arrayParser({
      members: new Map(members),
      only: members.length === 1 ? members[0]?.[1] : undefined,
      together: isText ? withinLimits : isUnique ? withoutTwice : undefined,
    })
  }

  function annotationsOf({source}: Definition): ReadonlyMap<string, Parser> {
    const {annotations} = readMarks(source.marks)
    return new Map(
      annotations.map(readDefinition).map((each) => [each.name, parserOf(each, each.name)]),
    )
  }

  return parserNamed
}

/** Made when it is first asked. */
function lazily(make: () => Parser): Parser {
  let parser: Parser | undefined
  return (value, place, parent) => (parser ??= make())(value, place, parent)
}

/** What a type demands that no rule of a single field says. */
function refined(parse: Parser, {name}: Definition): Parser {
  if (name === 'partialDate') return withHour(parse)
  return name === 'period' || name === 'call' ? withTimeZone(parse) : parse
}

function requiredOf({name, validation}: Definition): [string, string][] {
  const rule = recordedRules(validation).find(({flag}) => flag === 'required')
  return rule ? [[name, rule.message ?? expectations.required]] : []
}

/** How a member says what it is: an object by its type, a bare value by its type in JSON. */
const memberName = ({name, type}: Definition) =>
  type === 'string' || type === 'text' || type === 'url' || type === 'date' || type === 'datetime'
    ? 'string'
    : name

function readMarks(marks: unknown): {annotations: unknown[]} {
  const annotations: unknown =
    typeof marks === 'object' && marks !== null ? Reflect.get(marks, 'annotations') : undefined
  return {annotations: Array.isArray(annotations) ? annotations : []}
}

const withinLimits: MembersCheck = (blocks) => withListLevels(withinOnePage(blocks))

const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
