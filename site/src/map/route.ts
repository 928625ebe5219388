interface Point {
  x: number
  y: number
}

/** The way from one place to the next: each leg a curve, bent a little to its left. */
export function routePath(stops: readonly Point[]): string {
  const [first] = stops
  if (!first) return ''
  const curves = legs(stops).map(
    ({bend, to}) => `Q${bend.x.toFixed(0)} ${bend.y.toFixed(0)} ${to.x} ${to.y}`,
  )
  return `M${first.x} ${first.y}${curves.join('')}`
}

/** Points along the way, close enough together that nothing fits between them. */
export function routeSteps(stops: readonly Point[]): Point[] {
  return legs(stops).flatMap((leg) =>
    Array.from({length: STEPS_PER_LEG}, (_, step) => onCurve(leg, (step + 1) / STEPS_PER_LEG)),
  )
}

const BEND = 0.16
const STEPS_PER_LEG = 24

interface Leg {
  from: Point
  bend: Point
  to: Point
}

function legs(stops: readonly Point[]): Leg[] {
  return stops.slice(1).flatMap((to, index) => {
    const from = stops[index]
    if (!from) return []
    const bend = {
      x: (from.x + to.x) / 2 + (to.y - from.y) * BEND,
      y: (from.y + to.y) / 2 - (to.x - from.x) * BEND,
    }
    return [{from, bend, to}]
  })
}

/** A point of a quadratic Bézier curve. */
function onCurve({from, bend, to}: Leg, at: number): Point {
  const mix = (a: number, b: number, c: number) =>
    (1 - at) ** 2 * a + 2 * (1 - at) * at * b + at ** 2 * c
  return {x: mix(from.x, bend.x, to.x), y: mix(from.y, bend.y, to.y)}
}
