/** What an uploader says about a file, as fields of the asset's document; what was not said is absent. */
export function uploadDetails(search: URLSearchParams) {
  const source = present({
    id: search.get('sourceId'),
    name: search.get('sourceName'),
    url: search.get('sourceUrl'),
  })
  return {
    ...present({
      originalFilename: search.get('filename'),
      label: search.get('label'),
      title: search.get('title'),
      description: search.get('description'),
      creditLine: search.get('creditLine'),
    }),
    ...(Object.keys(source).length === 0
      ? {}
      : {source: {_type: 'sanity.assetSourceData', ...source}}),
  }
}

function present(fields: Record<string, string | null>) {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value ? [[name, value.toWellFormed()]] : [],
    ),
  )
}
