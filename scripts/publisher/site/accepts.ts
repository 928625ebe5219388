/**
 * Whether a header such as `Accept-Encoding: gzip, br;q=0.5` takes this coding. One that is not named is not taken,
 * unless `*` is.
 * @see RFC 9110, 12.5.3
 */
export function accepts(header: string | null, coding: string): boolean {
  const offers = (header ?? '').split(',').map(parseOffer)
  const offer = offers.find(({name}) => name === coding) ?? offers.find(({name}) => name === '*')
  return offer !== undefined && offer.weight > 0
}

function parseOffer(part: string) {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return {name, weight: Number(weight ?? 1)}
}
