import {defaultStudioLocale, isStudioLocale} from './studioLocales.ts'
import type {StudioLocale} from './studioLocales.ts'

/**
 * The language this officer chose for the Studio on this computer, where the Studio itself keeps it: so that our own
 * words are in the same language as the frame around them.
 */
export function preferredLocale(projectId: string, workspace: string): StudioLocale {
  if (typeof localStorage === 'undefined') return defaultStudioLocale
  const chosen = localStorage.getItem(`sanity-locale:${projectId}:${workspace}`)
  return isStudioLocale(chosen) ? chosen : defaultStudioLocale
}
