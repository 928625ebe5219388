import english from './en-US.json' with {type: 'json'}
import spanish from './es-ES.json' with {type: 'json'}
import french from './fr-FR.json' with {type: 'json'}
import italian from './it-IT.json' with {type: 'json'}

/** What our forms say in each language of the Studio, by the English. In English, the few sentences that programs say for engineers. */
export const messages = {
  'en-US': english,
  'es-ES': spanish,
  'fr-FR': french,
  'it-IT': italian,
} as const
