export const FIELD = {width: 810, height: 540} as const
const CENTRE = {x: FIELD.width / 2, y: FIELD.height / 2}
const RING = FIELD.height / 3
const RADIUS = FIELD.height / 18

/** A five-pointed star, one point up, drawn along every second point. */
function star(x: number, y: number) {
  const points = Array.from({length: 5}, (_, index) => {
    const angle = (index * 4 * Math.PI) / 5
    return `${(x + RADIUS * Math.sin(angle)).toFixed(0)} ${(y - RADIUS * Math.cos(angle)).toFixed(0)}`
  })
  return `M${points.join('L')}Z`
}

/**
 * The twelve stars of the emblem, as one path in a field of 810 by 540.
 * Each stands upright at an hour of the clock, in a circle whose radius is an eighteenth of the height of the field;
 * they stand on a circle whose radius is a third of it.
 * @see https://european-union.europa.eu/principles-countries-history/symbols/european-flag_en
 */
export const europeanStars: string = Array.from({length: 12}, (_, hour) => {
  const angle = (hour * Math.PI) / 6
  return star(CENTRE.x + RING * Math.sin(angle), CENTRE.y - RING * Math.cos(angle))
}).join('')
