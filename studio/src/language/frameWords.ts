interface FrameWords {
  /** Without a gender: the Studio's own "Nouveau Réunion" has the wrong one for half of our types. */
  newDocument: string
  /** What it does, not "delete the publication": the text stays as a draft. */
  unpublish: string
  /** Said in English by the Studio's own translations. */
  hotspotAndCrop: string
  ordering: string
  orderedBy: string
  relevance: string
  orderedByRelevance: string
}

const words: Readonly<Record<string, FrameWords>> = {
  'fr-FR': {
    newDocument: 'Nouveau document\u00A0:',
    unpublish: 'Retirer du site',
    hotspotAndCrop: 'Cadrage et point principal',
    ordering: 'Changer l’ordre des résultats',
    orderedBy: 'Par {{order}}',
    relevance: 'Pertinence',
    orderedByRelevance: 'Par pertinence',
  },
  'it-IT': {
    newDocument: 'Nuovo documento:',
    unpublish: 'Ritira dal sito',
    hotspotAndCrop: 'Ritaglio e punto principale',
    ordering: 'Cambia l’ordine dei risultati',
    orderedBy: 'Per {{order}}',
    relevance: 'Pertinenza',
    orderedByRelevance: 'Per pertinenza',
  },
  'es-ES': {
    newDocument: 'Nuevo documento:',
    unpublish: 'Retirar del sitio',
    hotspotAndCrop: 'Encuadre y punto principal',
    ordering: 'Cambiar el orden de los resultados',
    orderedBy: 'Por {{order}}',
    relevance: 'Relevancia',
    orderedByRelevance: 'Por relevancia',
  },
}

const ORDERING = 'panes.document-list-pane.search-ordering'

/** The Studio speaks of a slug, our forms of an address. */
const addressTaken: Readonly<Record<string, string>> = {
  'en-US': 'Another document has this address already. Choose another one.',
  'es-ES': 'Otro documento ya usa esta dirección. Elija otra.',
  'fr-FR': 'Un autre document utilise déjà cette adresse. Choisissez-en une autre.',
  'it-IT': 'Un altro documento usa già questo indirizzo. Sceglietene un altro.',
}

/** Corrections of the frame's words, as the Studio's own mechanism takes them. */
export const frameWords = [
  ...Object.entries(addressTaken).map(([locale, said]) => ({
    locale,
    namespace: 'validation',
    overwrite: true,
    resources: {'slug.not-unique': said},
  })),
  ...Object.entries(words).flatMap(([locale, said]) => wordsOf(locale, said)),
]

function wordsOf(locale: string, said: FrameWords) {
  return [
    {
      locale,
      namespace: 'structure',
      overwrite: true,
      resources: {
        'browser-document-title.new-document': `${said.newDocument} {{schemaType}}`,
        'panes.document-header-title.new.text': `${said.newDocument} {{schemaType}}`,
        'action.unpublish.label': said.unpublish,
        [`${ORDERING}.aria-label`]: said.ordering,
        [`${ORDERING}.label`]: said.orderedBy,
        [`${ORDERING}.relevance`]: said.relevance,
        [`${ORDERING}.summary-relevance`]: said.orderedByRelevance,
      },
    },
    {
      locale,
      namespace: 'studio',
      overwrite: true,
      resources: {'inputs.imagetool.title': said.hotspotAndCrop},
    },
  ]
}
