/** What the Studio's own translations say with a gender: "Nouveau Réunion". Ours say it without one. */
const newDocument = {
  'fr-FR': 'Nouveau document\u00A0:',
  'it-IT': 'Nuovo documento:',
  'es-ES': 'Nuevo documento:',
}

/** Corrections of the frame's words, as the Studio's own mechanism takes them. */
export const frameWords = Object.entries(newDocument).map(([locale, words]) => ({
  locale,
  namespace: 'structure',
  overwrite: true,
  resources: {
    'browser-document-title.new-document': `${words} {{schemaType}}`,
    'panes.document-header-title.new.text': `${words} {{schemaType}}`,
  },
}))
