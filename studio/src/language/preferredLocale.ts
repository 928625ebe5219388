import {defaultStudioLocale, isStudioLocale} from './studioLocales.ts'
import type {StudioLocale} from './studioLocales.ts'

/**
 * The language this officer chose for the Studio on this computer, where the Studio itself keeps it: so that our own
 * words are in the same language as the frame around them.
 */
export function preferredLocale(projectId: string): StudioLocale {
  if (typeof localStorage === 'undefined') return defaultStudioLocale
  const chosen = localStorage.getItem(storageKey(projectId))
  return isStudioLocale(chosen) ? chosen : defaultStudioLocale
}

/** Chooses the language of the Studio on this computer, from its next start on. */
export function preferLocale(projectId: string, locale: StudioLocale) {
  localStorage.setItem(storageKey(projectId), locale)
}

const storageKey = (projectId: string) => `sanity-locale:${projectId}:default`
