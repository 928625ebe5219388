import type {Random} from './random.ts'
import {randomOf} from './random.ts'
import {wordsOf} from './words.ts'

/** A few words that begin with a capital: a title, a label. */
export function phrase(seed: string, locale: string, least: number, most: number): string {
  return capitalised(someWords(randomOf(seed), locale, least, most))
}

/** Sentences of about so many bytes of UTF-8. */
export function paragraph(seed: string, locale: string, bytes: number): string {
  const random = randomOf(seed)
  const sentences = []
  for (let written = 0; written < bytes;) {
    const sentence = `${capitalised(someWords(random, locale, 7, 19))}.`
    sentences.push(sentence)
    written += Buffer.byteLength(sentence) + 1
  }
  return sentences.join(' ')
}

/** A long text with headings, lists, quotations and links, in Markdown; as many blocks in every language. */
export function article(seed: string, locale: string, bytes: number): string {
  const sections = Math.max(1, Math.round(bytes / SECTION_BYTES))
  const each = bytes / sections
  return Array.from({length: sections}, (_, index) =>
    section(`${seed} section ${index}`, locale, each),
  ).join('\n\n')
}

const SECTION_BYTES = 2800

function section(seed: string, locale: string, bytes: number) {
  const text = (name: string, share: number) =>
    paragraph(`${seed} ${name}`, locale, Math.round(bytes * share))
  const link = phrase(`${seed} link`, locale, 2, 4)
  return [
    `## ${phrase(`${seed} heading`, locale, 3, 7)}`,
    text('first', 0.28),
    `${text('second', 0.2)} [${link}](https://example.org/${randomOf(seed).integer(1, 9999)})`,
    ['a', 'b', 'c', 'd'].map((name) => `- ${text(name, 0.02)}`).join('\n'),
    `### ${phrase(`${seed} subheading`, locale, 3, 6)}`,
    text('third', 0.2),
    `> ${text('quotation', 0.04)}`,
  ].join('\n\n')
}

function someWords(random: Random, locale: string, least: number, most: number) {
  const words = wordsOf(locale)
  return Array.from({length: random.integer(least, most)}, () => random.pick(words)).join(' ')
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
