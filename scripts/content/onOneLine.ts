/** A text for the terminal: what is anybody's content breaks no line in it, and commands nothing. */
export const onOneLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ')
