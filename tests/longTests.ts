/** Whether there is time: `LONG_TESTS` is set. */
export const isLong = process.env.LONG_TESTS !== undefined

/** How often a property is tried: less in the quick tests, more in the long ones. */
export const runs = (quick: number, long: number): number => (isLong ? long : quick)

/** The quick tests try the same each time; the long ones something new, and fast-check says the seed of what fails. */
export const seed: {seed?: number} = isLong ? {} : {seed: 20171005}
