import {useLayoutEffect, useRef} from 'react'
import type {ActiveToolLayoutProps} from 'sanity'
import {useRouter} from 'sanity/router'

/** Opens the list of meetings when the Studio starts without an address of its own: most work begins there. */
export function OpensOnMeetings(props: ActiveToolLayoutProps) {
  const {state, navigate} = useRouter()
  const started = useRef(false)
  const nothingOpen = props.activeTool.name === 'structure' && !('panes' in state)

  useLayoutEffect(() => {
    // Once only: from the list of meetings one can go back to the left-hand column.
    if (!started.current && nothingOpen) navigate({panes: [[{id: 'meeting'}]]}, {replace: true})
    started.current = true
  }, [nothingOpen, navigate])

  return props.renderDefault(props)
}
