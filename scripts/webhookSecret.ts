import {keptSecret} from './keptSecret.ts'

/** The secret that lake and publisher share, of this data folder. Throws when the disk does not take it. */
export const webhookSecret = (dataDirectory: string): string =>
  keptSecret(dataDirectory, 'webhook-secret')
