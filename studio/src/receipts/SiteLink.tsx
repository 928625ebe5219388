import {useSay} from './SayContext.ts'
import {siteAddress} from './siteAddress.ts'

/** An address as visitors have it, as a link to it where the Studio knows the site. */
export function SiteLink({address}: {address: string}) {
  const say = useSay()
  const href = siteAddress(address)
  const text = <span style={{overflowWrap: 'anywhere'}}>{readable(address)}</span>
  if (!href) return text
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={say('{address} on the site, opens in a new tab', {address: readable(address)})}
    >
      {text}
    </a>
  )
}

/** With the letters of its language rather than their codes; as it is where the codes are broken. */
function readable(address: string) {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
