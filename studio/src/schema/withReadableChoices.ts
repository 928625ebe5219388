/** A field as far as its list of choices goes. */
interface Field {
  name: string
  options?: {list?: readonly unknown[]}
}

interface Preview {
  select?: Record<string, string>
  prepare?: (selection: Record<string, unknown>) => object
}

/** A type as far as its previews go. */
export interface PreviewedType {
  fields?: readonly Field[]
  preview?: Preview
}

/**
 * A type whose previews say the titles of choices, not their stored values: "organisateur", not "organiser". Takes
 * object types with the titles already in the officer's language; others are given back as they are.
 */
export function withReadableChoices<Type extends object>(
  type: Type & PreviewedType,
): Type & PreviewedType {
  const {fields = [], preview} = type
  const select = preview?.select
  if (!select) return type
  const titles = Object.entries(select).flatMap(([name, path]) => {
    const found = choiceTitles(fields.find((field) => field.name === path))
    return found ? [[name, found] as const] : []
  })
  if (titles.length === 0) return type
  const prepare = preview.prepare ?? ((selection: Record<string, unknown>) => selection)
  const readable = (selection: Record<string, unknown>) =>
    prepare({...selection, ...readableValues(selection, titles)})
  return {...type, preview: {...preview, prepare: readable}}
}

type Titles = readonly (readonly [string, ReadonlyMap<unknown, string>])[]

const readableValues = (selection: Record<string, unknown>, titles: Titles) =>
  Object.fromEntries(
    titles.map(([name, byValue]) => [name, byValue.get(selection[name]) ?? selection[name]]),
  )

function choiceTitles(field: Field | undefined): ReadonlyMap<unknown, string> | undefined {
  const choices = (field?.options?.list ?? []).filter(isChoice)
  return choices.length > 0 ? new Map(choices.map(({value, title}) => [value, title])) : undefined
}

const isChoice = (choice: unknown): choice is {value: unknown; title: string} =>
  typeof choice === 'object' && choice !== null && 'value' in choice && 'title' in choice
