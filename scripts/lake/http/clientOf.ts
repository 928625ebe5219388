import type {Identity} from '../people/identity.ts'

const LONGEST = 300

/**
 * Who asks, as far as turns are concerned: the person, the page's origin, and what the program calls itself. Addresses say
 * nothing, for everybody is on this machine; connections neither, for whoever asks a lot opens many. A program may pass for
 * several; a page in a browser cannot. `header` gives a header by its name in small letters.
 */
export function clientOf(header: (name: string) => string | undefined, {id}: Identity): string {
  return [id, header('origin'), header('user-agent')].join(' ').slice(0, LONGEST)
}
