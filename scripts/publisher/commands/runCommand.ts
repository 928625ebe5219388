import type {PublisherAccess} from './askPublisher.ts'
import {askPublisher} from './askPublisher.ts'
import {checkAddress} from './checkAddress.ts'
import {formatReceipts} from './formatReceipts.ts'
import {formatStatus} from './formatStatus.ts'
import {receiptsAnswer, releaseAnswer, statusAnswer} from './publisherAnswers.ts'

const SHOWN_RECEIPTS = 20

const COMMANDS = 'status, receipts [DOCUMENT], check ADDRESS, rollback ID, pin, unpin, publish'

/** How to reach the publisher that runs, and the site. */
interface CommandAccess extends PublisherAccess {
  siteUrl: string
  liveUrl: string
}

/** Does what an operator asks of the running publisher, and gives what to print. Rejects with a sentence. */
export async function runCommand(
  access: CommandAccess,
  [name = '', argument]: readonly string[],
): Promise<string> {
  switch (name) {
    case 'status':
      return status(access)
    case 'receipts':
      return receipts(access, argument)
    case 'check':
      return check(access, argument)
    case 'rollback':
      return rollBack(access, argument)
    case 'pin': {
      const {release} = releaseAnswer.parse(await askPublisher(access, '/pin', {method: 'POST'}))
      return `Pinned: ${short(release)} stays live until \`unpin\`.`
    }
    case 'unpin': {
      const {release} = releaseAnswer.parse(await askPublisher(access, '/unpin', {method: 'POST'}))
      return `Unpinned: ${short(release)} is live.`
    }
    case 'publish':
      await askPublisher(access, '/publish', {method: 'POST'})
      return 'Everything is being compared with the content. `status` says what comes of it.'
    default:
      throw new Error(`There is no command "${name}". Known: ${COMMANDS}.`)
  }
}

async function status(access: PublisherAccess) {
  const state = statusAnswer.parse(await askPublisher(access, '/status'))
  return `${formatStatus(state)}\n\n${await receipts(access)}`
}

async function receipts(access: PublisherAccess, document?: string) {
  const search = new URLSearchParams({limit: String(SHOWN_RECEIPTS)})
  if (document !== undefined) search.set('document', document)
  const answer = receiptsAnswer.parse(await askPublisher(access, `/receipts?${search}`))
  return formatReceipts(answer.receipts)
}

async function check(access: CommandAccess, address?: string) {
  if (address === undefined) throw new Error('Say which page: check /fr/reunions/.')
  return checkAddress(access, address)
}

async function rollBack(access: PublisherAccess, release?: string) {
  if (release === undefined) {
    throw new Error('Say which release: rollback ID. `npm run releases:list` shows them.')
  }
  const request = {method: 'POST', body: {release}} as const
  const answer = releaseAnswer.parse(await askPublisher(access, '/rollback', request))
  return `${short(answer.release)} is live, and pinned: what is published waits for \`unpin\`.`
}

const short = (release: string | null) => release?.slice(0, 12) ?? 'nothing'
