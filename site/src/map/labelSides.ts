/** A label to place beside its point, in the map's units. */
export interface LabelBox {
  x: number
  y: number
  width: number
  height: number
}

const sides = ['right', 'left', 'below', 'above'] as const
export type LabelSide = (typeof sides)[number]

/** Between a point and its label. */
export const LABEL_GAP = 12

/**
 * On which side of its point each label stands, so that labels cover neither each other, nor a point, nor the way.
 * The first side that is free and within the frame is taken, else the one that covers and overhangs least.
 */
export function labelSides(
  labels: readonly LabelBox[],
  frame: {width: number; height: number},
  way: readonly {x: number; y: number}[] = [],
): LabelSide[] {
  const points = labels.map(({x, y}) => around(x, y, LABEL_GAP))
  const steps = way.map(({x, y}) => around(x, y, STEP))
  const placed: Area[] = []
  return labels.map((label, index) => {
    const others = [...placed, ...points.filter((_, other) => other !== index), ...steps]
    const ranked = sides
      .map((side) => ({side, area: areaOf(label, side)}))
      .map(({side, area}) => ({
        side,
        area,
        covered: coveredBy(area, others) + overhang(area, frame),
      }))
      .toSorted((a, b) => a.covered - b.covered)
    const [best] = ranked
    if (!best) return 'right'
    placed.push(best.area)
    return best.side
  })
}

/** How much room a step of the way takes. */
const STEP = 6

interface Area {
  left: number
  top: number
  right: number
  bottom: number
}

function areaOf({x, y, width, height}: LabelBox, side: LabelSide): Area {
  if (side === 'right') return area(x + LABEL_GAP, y - height / 2, width, height)
  if (side === 'left') return area(x - LABEL_GAP - width, y - height / 2, width, height)
  return area(
    x - width / 2,
    side === 'below' ? y + LABEL_GAP : y - LABEL_GAP - height,
    width,
    height,
  )
}

const area = (left: number, top: number, width: number, height: number): Area => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

const around = (x: number, y: number, size: number) => area(x - size / 2, y - size / 2, size, size)

const coveredBy = (mine: Area, others: readonly Area[]) =>
  others.reduce((sum, other) => sum + overlap(mine, other), 0)

function overhang(mine: Area, {width, height}: {width: number; height: number}) {
  return size(mine) - overlap(mine, area(0, 0, width, height))
}

const size = ({left, top, right, bottom}: Area) => (right - left) * (bottom - top)

function overlap(a: Area, b: Area) {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}
