/** Cities around the Mediterranean: name, country, latitude, longitude. */
const places = `Marseille FR 43.2965 5.3698
Nice FR 43.7102 7.262
Toulon FR 43.1242 5.928
Montpellier FR 43.6108 3.8767
Avignon FR 43.9493 4.8055
Ajaccio FR 41.9192 8.7386
Perpignan FR 42.6887 2.8948
Firenze IT 43.7696 11.2558
Pisa IT 43.7228 10.4017
Genova IT 44.4056 8.9463
Bari IT 41.1171 16.8719
Lecce IT 40.3515 18.175
Napoli IT 40.8518 14.2681
Palermo IT 38.1157 13.3615
Catania IT 37.5079 15.083
Cagliari IT 39.2238 9.1217
Ancona IT 43.6158 13.5189
Bologna IT 44.4949 11.3426
Trieste IT 45.6495 13.7768
Barcelona ES 41.3874 2.1686
Girona ES 41.9794 2.8214
Tarragona ES 41.1189 1.2445
València ES 39.4699 -0.3763
Alacant ES 38.3452 -0.481
Murcia ES 37.9922 -1.1307
Málaga ES 36.7213 -4.4214
Palma ES 39.5696 2.6502
Zagreb HR 45.815 15.9819
Rijeka HR 45.3271 14.4422
Split HR 43.5081 16.4402
Zadar HR 44.1194 15.2314
Dubrovnik HR 42.6507 18.0944
Pula HR 44.8666 13.8496
Athina GR 37.9838 23.7275
Thessaloniki GR 40.6401 22.9444
Patra GR 38.2466 21.7346
Ioannina GR 39.665 20.8537
Irakleio GR 35.3387 25.1442
Volos GR 39.3622 22.9422
Kavala GR 40.9376 24.4129`

export interface City {
  name: string
  country: string
  point: {_type: 'geopoint'; lat: number; lng: number}
}

/** Where the generated documents are. */
export const cities: readonly City[] = places.split('\n').map((line) => {
  const [name = '', country = '', lat, lng] = line.split(' ')
  return {name, country, point: {_type: 'geopoint', lat: Number(lat), lng: Number(lng)}}
})
