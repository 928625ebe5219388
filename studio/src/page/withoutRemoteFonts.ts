const FONT_FACE = /@font-face\s*\{[^}]*\}/g
const REMOTE = /url\(\s*["']?(?:https?:)?\/\//

/** A style sheet without the fonts it would fetch from another host; the Studio brings its own. */
export function withoutRemoteFonts(css: string): string {
  return css.replace(FONT_FACE, (rule) => (REMOTE.test(rule) ? '' : rule))
}
