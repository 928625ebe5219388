import {useLayoutEffect, useRef} from 'react'
import type {ActiveToolLayoutProps} from 'sanity'
import {useRouter} from 'sanity/router'

const NO_PLACE = /^\/(structure\/?)?$/

/** Opens the list of meetings when the Studio starts without an address of its own: most work begins there. */
export function OpensOnMeetings(props: ActiveToolLayoutProps) {
  const {navigate} = useRouter()
  const started = useRef(false)

  useLayoutEffect(() => {
    // Once only: from the list of meetings one can go back to the left-hand column.
    if (started.current) return
    started.current = true
    if (NO_PLACE.test(window.location.pathname)) {
      navigate({panes: [[{id: 'meeting'}]]}, {replace: true})
    }
  }, [navigate])

  return props.renderDefault(props)
}
