const STORAGE_KEY = '@sanity/plugin/language-filter/selected-languages'

/**
 * Lets forms begin with the languages always shown and the officer's own, where the filter of languages keeps its
 * choice: seven of each field at once would bury the form. What an officer has chosen is left alone.
 */
export function startWithFewLanguages(ownLanguage: string) {
  if (typeof localStorage === 'undefined' || localStorage.getItem(STORAGE_KEY) !== null) return
  localStorage.setItem(STORAGE_KEY, JSON.stringify([ownLanguage]))
}
