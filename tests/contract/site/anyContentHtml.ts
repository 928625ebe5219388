import {isLanguageTag} from '@coworkmed/schemas/languageTags'
import {HtmlValidate} from 'html-validate'

import type {MadePage} from './anyContentSite.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'no-inline-style': 'error',
    'long-title': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
  },
})

/** What is not valid in a page. */
export async function faultsOf({page, text}: MadePage): Promise<string[]> {
  if (!page.file.endsWith('.html')) return []
  const {results} = await validator.validateString(text, page.path)
  const messages = results.flatMap((result) =>
    result.messages.map(({ruleId, message, line, column}) => {
      const around = text.split('\n')[line - 1]?.slice(Math.max(0, column - 80), column + 120)
      return `${ruleId}: ${message} …${around}…`
    }),
  )
  return [...messages, ...strayIn(text)].map((fault) => `${page.path}: ${fault}`)
}

/** What HTML does not allow either, and the validator does not look for. */
function strayIn(html: string): string[] {
  const languages = matches(html, / (?:href)?lang="([^"]*)"/g).filter(
    (code) => code !== 'x-default' && !isLanguageTag(code),
  )
  const empty = matches(html, /<((h[1-6]|a)\b[^>]*>.*?)<\/\2>/gs).filter(
    (element) => !element.includes('aria-label') && BLANK.test(withoutTags(`<${element}`)),
  )
  const ids = new Set(matches(html, / id="([^"]*)"/g))
  const nowhere = matches(html, / href="#([^"]*)"/g).filter((id) => !ids.has(id))
  return [
    ...languages.map((code) => `"${code}" is no language`),
    ...empty.map((element) => `there is nothing in <${element}`),
    ...nowhere.map((id) => `#${id} is nowhere on the page`),
    ...(UNFIT.test(html) || !html.isWellFormed() ? ['there is a character that HTML forbids'] : []),
  ]
}

const matches = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), ([, found = '']) => found)

const withoutTags = (html: string) =>
  html.replace(/<title\b.*?<\/title>/gs, '').replace(/<[^>]*>/g, '')

const BLANK = /^[\s\p{Default_Ignorable_Code_Point}]*$/u

/** @see https://html.spec.whatwg.org/multipage/syntax.html#text-2 */
const UNFIT = /[\p{Noncharacter_Code_Point}]|(?![\t\n\f\r])[\u0000-\u001f\u007f-\u009f]/u // oxlint-disable-line no-control-regex -- it looks for them
