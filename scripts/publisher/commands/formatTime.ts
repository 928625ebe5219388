/** A moment in the terminal's own time zone, to the second: `2026-11-23 10:42:07`. */
export function formatTime(iso: string): string {
  const time = new Date(iso)
  const day = [time.getFullYear(), pad(time.getMonth() + 1), pad(time.getDate())].join('-')
  const hour = [pad(time.getHours()), pad(time.getMinutes()), pad(time.getSeconds())].join(':')
  return `${day} ${hour}`
}

const pad = (part: number) => String(part).padStart(2, '0')
