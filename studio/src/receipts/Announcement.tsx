import {useEffect, useRef, useState} from 'react'

/** Tells a screen reader when a text becomes another; what it was at first is only kept in mind. */
export function Announcement({text}: {text: string}) {
  const known = useRef(text)
  const [spoken, setSpoken] = useState('')

  useEffect(() => {
    if (known.current !== '' && known.current !== text) setSpoken(text)
    known.current = text
  }, [text])

  return (
    <div role="status" aria-live="polite" style={HIDDEN} data-testid="announcement">
      {spoken}
    </div>
  )
}

/** Out of sight, and not out of hearing. */
const HIDDEN = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const
