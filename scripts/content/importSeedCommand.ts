/** In place of a path: the first content, `scripts/content/seed`. */
export const SEED = 'seed'

/** What an operator types to import the first content. */
export const importSeedCommand = `npm run content:import -- ${SEED}`
