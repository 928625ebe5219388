import {useEffect} from 'react'
import type {LayoutProps} from 'sanity'
import {useCurrentLocale} from 'sanity'

import type {StudioLocale} from './studioLocales.ts'

/**
 * Starts the Studio again when the officer chooses another language: our own words are fixed when it starts.
 * Nothing is lost, for every edit is saved as it is made.
 */
export function followsLocale(started: StudioLocale) {
  return function FollowsLocale(props: LayoutProps) {
    const {id} = useCurrentLocale()
    useEffect(() => {
      if (id !== started) window.location.reload()
    }, [id])
    return props.renderDefault(props)
  }
}
