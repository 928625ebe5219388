import type {BenchRow} from '../row.ts'
import {siteColour} from './siteColours.ts'

const WIDTH = 760
const HEIGHT = 380
/** The corners of the plot: room for the title above, for the figures at the left, for the labels at the right. */
const PLOT = {left: 64, right: 624, top: 84, bottom: 316}
const COLOURS = ['paper', 'ink', 'ink-soft', 'pine', 'coral', 'line']
const STEP_MS = 100

/**
 * Draws how long a publish takes against the size of the site, as an SVG that is read in light and dark.
 * `rows` hold milliseconds, one row a size, the smallest first.
 */
export function latencyChart(rows: readonly BenchRow[]): string {
  const scale = scaleFor(rows)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title description">
<title id="title">Publish latency against site size</title>
<desc id="description">${description(rows)}</desc>
<style>${styles()}</style>
<rect class="paper" width="${WIDTH}" height="${HEIGHT}" rx="10"/>
<text class="title" x="24" y="36">How long a publish takes, from the lake to live</text>
<text class="soft" x="24" y="58">Milliseconds beyond the quiet time of 150 ms; one text changed, everything warm</text>
${grid(scale)}
${ticks(rows, scale)}
${curve(rows, scale, {name: 'p95', of: ({p95}) => p95})}
${curve(rows, scale, {name: 'p50', of: ({median}) => median})}
<text class="soft" x="${(PLOT.left + PLOT.right) / 2}" y="${HEIGHT - 18}" text-anchor="middle">Pages, in eight languages</text>
</svg>
`
}

type Scale = ReturnType<typeof scaleFor>

interface Series {
  name: string
  of: (row: BenchRow) => number
}

function scaleFor(rows: readonly BenchRow[]) {
  const mostPages = Math.max(...rows.map(sizeOf))
  const mostMs = Math.max(4, Math.ceil(Math.max(...rows.map(({p95}) => p95)) / STEP_MS)) * STEP_MS
  return {
    mostMs,
    x: (pages: number) => Math.round(PLOT.left + ((PLOT.right - PLOT.left) * pages) / mostPages),
    y: (ms: number) => Math.round(PLOT.bottom - ((PLOT.bottom - PLOT.top) * ms) / mostMs),
  }
}

function grid({mostMs, y}: Scale) {
  const count = mostMs / STEP_MS
  return Array.from({length: count + 1}, (_, index) => index * STEP_MS)
    .map(
      (ms) =>
        `<path class="line" d="M${PLOT.left} ${y(ms)}H${PLOT.right}"/>` +
        `<text class="soft" x="${PLOT.left - 10}" y="${y(ms) + 4}" text-anchor="end">${ms}</text>`,
    )
    .join('\n')
}

const ticks = (rows: readonly BenchRow[], {x}: Scale) =>
  rows
    .map(
      (row) =>
        `<path class="line" d="M${x(sizeOf(row))} ${PLOT.bottom}v6"/>` +
        `<text class="soft" x="${x(sizeOf(row))}" y="${PLOT.bottom + 22}" text-anchor="middle">${thousands(sizeOf(row))}</text>`,
    )
    .join('\n')

function curve(rows: readonly BenchRow[], {x, y}: Scale, {name, of}: Series) {
  const points = rows.map((row) => ({ms: of(row), x: x(sizeOf(row)), y: y(of(row))}))
  const end = points.at(-1)
  const path = points.map((point) => `${point.x} ${point.y}`).join('L')
  const dots = points.map(
    (point) =>
      `<circle class="${name} dot" cx="${point.x}" cy="${point.y}" r="4.5"/>` +
      `<text class="figure" x="${point.x}" y="${point.y + figureBeside(name, point.y)}" text-anchor="middle">${Math.round(point.ms)}</text>`,
  )
  const label =
    end && `<text class="${name} name" x="${end.x + 16}" y="${end.y + 5}">${names[name]}</text>`
  return [`<path class="${name} curve" d="M${path}"/>`, ...dots, label].join('\n')
}

/** Above the line; the lower line's below it, where the axis leaves room, so that near lines keep their figures apart. */
const figureBeside = (name: string, y: number) =>
  name === 'p50' && y + 26 < PLOT.bottom ? 22 : -11

const names: Record<string, string> = {p50: 'half of them', p95: '19 of 20'}

const description = (rows: readonly BenchRow[]) =>
  rows
    .map(
      (row) =>
        `At ${thousands(sizeOf(row))} pages half of the publishes take at most ${Math.round(row.median)} ms, 19 of 20 at most ${Math.round(row.p95)} ms.`,
    )
    .join(' ')

function styles() {
  const colours = COLOURS.map((token) => ({token, ...siteColour(token)}))
  const set = (scheme: 'light' | 'dark') =>
    colours.map((colour) => `--${colour.token}:${colour[scheme]}`).join(';')
  return `
svg{${set('light')};font-family:system-ui,sans-serif;font-size:14px}
@media (prefers-color-scheme:dark){svg{${set('dark')}}}
.paper{fill:var(--paper);stroke:var(--line)}
.title{fill:var(--ink);font-size:18px;font-weight:600}
.soft{fill:var(--ink-soft);font-size:13px}
.figure{fill:var(--ink);font-size:13px;font-weight:600;paint-order:stroke;stroke:var(--paper);stroke-width:4px}
.name{font-weight:600}
.line{stroke:var(--line);fill:none}
.curve{fill:none;stroke-width:2.5}
.p50{stroke:var(--pine)}
.p95{stroke:var(--coral)}
.p50.dot,.p50.name{fill:var(--pine)}
.p95.dot,.p95.name{fill:var(--coral)}
.dot{stroke:var(--paper);stroke-width:2}
.name{stroke:none}
`
}

const thousands = (pages: number) => pages.toLocaleString('en-GB')
const sizeOf = ({size}: BenchRow) => size ?? 0
