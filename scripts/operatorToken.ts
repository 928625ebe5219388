import {keptSecret} from './keptSecret.ts'

/** What an operator shows to the publisher of this data folder. Throws when the disk does not take it. */
export const operatorToken = (dataDirectory: string): string =>
  keptSecret(dataDirectory, 'operator-token')
