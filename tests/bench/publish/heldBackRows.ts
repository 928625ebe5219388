import {siteShape} from '../generatedSite/siteShape.ts'
import {meeting} from '../generatedSite/meeting.ts'
import type {BenchRow} from '../row.ts'
import {rowOf} from '../row.ts'
import {textEdit} from './edits.ts'
import type {GeneratedLine, RunningPublisher} from './generatedLine.ts'
import {publishEdit, untilVisible} from './publishEdit.ts'

const ROUNDS = 5

/** How long another officer waits while a document is held back, and its own officer once it is mended. */
export async function heldBackRows(
  {client, ...line}: GeneratedLine,
  publisher: RunningPublisher,
  pages: number,
): Promise<BenchRow[]> {
  const shape = siteShape(pages)
  const others: number[] = []
  const mended: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const {_id: id} = meeting(1 + ((round * 61) % shape.meeting), shape)
    const asset = `image-${String(round).padStart(40, '0')}-60x40-png`
    const image = {_type: 'picture', asset: {_type: 'reference', _ref: asset}}
    await client
      .transaction()
      .createOrReplace(lostPicture(asset, client.config().url))
      .patch(id, {set: {image}})
      .commit()
    const {beyondQuiet} = await publishEdit(
      {client, ...line},
      publisher,
      textEdit(pages, 3000 + round),
    )
    others.push(beyondQuiet)

    const words = `Mended ${round}`
    const {slug} = await client.fetch<{slug: string}>(
      '*[_id == $id][0]{"slug": slug[language == "en"][0].value.current}',
      {id},
    )
    await client.patch(id).unset(['image']).set({'title[_key=="en"].value': words}).commit()
    mended.push(await untilVisible(publisher, {path: `/en/meetings/${slug}/`, words}))
  }
  return [
    rowOf('publish', 'one text beside a document that is held back', 'ms', others, pages),
    rowOf('publish', 'commit to visible, a document that was held back', 'ms', mended, pages),
  ]
}

/** An image whose file is lost: pages that show it cannot be made. */
const lostPicture = (_id: string, host: string) => ({
  _id,
  _type: 'sanity.imageAsset',
  url: `${host}/images/local/production/none.png`,
  metadata: {_type: 'sanity.imageMetadata', dimensions: {width: 60, height: 40}},
})
