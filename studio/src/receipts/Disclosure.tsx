import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {styled} from 'styled-components'

interface DisclosureProps {
  summary: string
  /** Whether it is open from the start. */
  isOpen?: boolean
  children: ReactNode
}

/** A line that opens what lies below it, by the platform's own means. */
export function Disclosure({summary, isOpen = false, children}: DisclosureProps) {
  return (
    <Details open={isOpen}>
      <summary>
        <Text size={1} muted>
          <ChevronRightIcon /> {summary}
        </Text>
      </summary>
      {children}
    </Details>
  )
}

const Details = styled.details`
  > summary {
    display: block;
    inline-size: fit-content;
    cursor: pointer;
    border-radius: 2px;
    /* A line of this size has no height of its own to aim at. */
    padding-block: 6px;
    margin-block: -6px;
  }
  > summary::-webkit-details-marker {
    display: none;
  }
  > summary:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 2px;
  }
  > summary svg {
    margin-inline-start: -0.3em;
  }
  &[open] > summary svg {
    rotate: 90deg;
  }
`
