import type {Identity} from './identity.ts'

/** Who signs what the lake publishes by itself. Nobody can make a request as this. */
export const SCHEDULED_PUBLISHING: Identity = {
  id: 'scheduled-publishing',
  name: 'Scheduled publishing',
  email: '',
}
