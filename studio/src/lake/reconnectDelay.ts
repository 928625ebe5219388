const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 5000

/** How long to wait before trying to connect again after so many failures in a row: twice as long each time. */
export function reconnectDelay(failures: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** failures, LONGEST_DELAY_MS)
}
