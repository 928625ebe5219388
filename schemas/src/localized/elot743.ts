const letters: Record<string, string> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm',
  ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
} // prettier-ignore

const accents = /[\u0300\u0301\u0342]/g
const diaeresis = '\u0308'

/**
 * Greek in Latin letters, lower case, by the transcription of ELOT 743 (as on Greek passports and road signs).
 * Anything that is not Greek passes through.
 * @see https://www.passport.gov.gr/elot-743.html
 */
export function elot743(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/([αεηο][\u0300\u0301\u0342])([υι])/g, `$1$2${diaeresis}`) // an accent on the first vowel parts the two
    .replace(accents, '')
    .replace(
      new RegExp(`(α|ε|η)υ(?!${diaeresis})(?=[βγδζλμνραεηιουω])`, 'g'),
      (_, vowel) => `${latin(vowel)}v`,
    )
    .replace(new RegExp(`(α|ε|η)υ(?!${diaeresis})`, 'g'), (_, vowel) => `${latin(vowel)}f`)
    .replace(new RegExp(`ου(?!${diaeresis})`, 'g'), 'ou')
    .replace(/γ(?=[γξχ])/g, 'n')
    .replace(/(?<!\p{L})μπ|μπ(?!\p{L})/gu, 'b')
    .replace(/[α-ως]/g, latin)
}

const latin = (letter: string) => letters[letter] ?? letter
