import spanish from './es-ES.json' with {type: 'json'}
import french from './fr-FR.json' with {type: 'json'}
import italian from './it-IT.json' with {type: 'json'}

/** What our forms say in each language of the Studio but English, by the English. */
export const messages = {'es-ES': spanish, 'fr-FR': french, 'it-IT': italian} as const
