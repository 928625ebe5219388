import {randomUUID} from 'node:crypto'
import type {RawData, WebSocket} from 'ws'
import {z} from 'zod'

import {guarded} from '../../guarded.ts'
import type {Log} from '../../log.ts'
import {ApiError, tooLarge, tooManyRequests} from '../errors.ts'
import type {People} from '../people/createPeople.ts'
import type {Identity} from '../people/identity.ts'
import {parseMessage} from './parseMessage.ts'
import {sendBounded} from './sendBounded.ts'

interface Member {
  dataset: string
  socket: WebSocket
  identity: Identity
  /** The Studio tab this is, once it has said so. */
  sessionId: string | undefined
  subscriptions: Set<string>
}

/** What the Studio's heartbeat is. */
const HEARTBEAT = '♥'
const HEARTBEAT_MS = 20_000

const BAD_MESSAGE = 1007
const INTERNAL_ERROR = 1011

/** Bytes that may wait for one tab: what others say of themselves is short. */
const MOST_WAITING = 1_000_000

/** A tab of the Studio has one. */
const MOST_SUBSCRIPTIONS = 20

/**
 * Who is where in the Studio, by JSON-RPC 2.0 over a socket, as `@sanity/bifur-client` speaks it. Nothing is kept:
 * what one tab says goes to the other tabs of the same dataset.
 */
export function createPresence(people: People, log: Log) {
  const members = new Set<Member>()

  function tellOthers(from: Member, result: object) {
    const others = [...members].filter(
      (member) => member !== from && member.dataset === from.dataset,
    )
    const json = JSON.stringify(result)
    for (const {socket, subscriptions} of others) {
      for (const subscription of subscriptions) {
        const params = `{"subscription":"${subscription}","result":${json}}`
        const message = `{"jsonrpc":"2.0","method":"presence_subscription","params":${params}}`
        sendBounded(socket, [Buffer.from(message)], MOST_WAITING)
      }
    }
  }

  /** Does what a request asks for, and returns its result. */
  function answer(member: Member, request: Request): unknown {
    const i = member.identity.id
    switch (request.method) {
      case 'authorization':
        member.identity = people.identify(request.params.authorization)
        return {}
      case 'presence_subscribe': {
        if (member.subscriptions.size >= MOST_SUBSCRIPTIONS) throw tooManySubscriptions()
        const subscription = randomUUID()
        member.subscriptions.add(subscription)
        return subscription
      }
      case 'presence_unsubscribe':
        return member.subscriptions.delete(request.params.subscriptionId)
      case 'presence_rollcall':
        member.sessionId = request.params.session
        tellOthers(member, {type: 'rollCall', i, session: member.sessionId})
        return true
      case 'presence_announce':
        member.sessionId = request.params.data.sessionId
        if (JSON.stringify(request.params.data).length > LONGEST_STATE) throw tooLongState()
        tellOthers(member, {type: 'state', i, m: request.params.data})
        return true
      case 'presence_disconnect':
        tellOthers(member, {type: 'disconnect', i, m: {session: request.params.session}})
        return true
    }
  }

  function receive(member: Member, request: Request) {
    const {id} = request
    const reply = (content: object) =>
      sendBounded(
        member.socket,
        [Buffer.from(JSON.stringify({jsonrpc: '2.0', id, ...content}))],
        MOST_WAITING,
      )
    try {
      reply({result: answer(member, request)})
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      reply({error: {code: error.status, message: error.message}})
    }
  }

  return {
    /** Lets a socket take part in the presence of a dataset. */
    serve(dataset: string, socket: WebSocket, identity: Identity) {
      const member: Member = {
        dataset,
        socket,
        identity,
        sessionId: undefined,
        subscriptions: new Set(),
      }
      members.add(member)
      const heartbeat = setInterval(
        () => sendBounded(socket, [Buffer.from(HEARTBEAT)], MOST_WAITING),
        HEARTBEAT_MS,
      )
      const fail = (error: unknown) => {
        log.error({err: error}, 'a presence connection failed')
        socket.close(INTERNAL_ERROR)
      }
      const hear = (raw: RawData) => {
        const request = parseMessage(requestSchema, raw)
        if (request) receive(member, request)
        else socket.close(BAD_MESSAGE, 'Not a presence request')
      }
      const leave = () => {
        clearInterval(heartbeat)
        members.delete(member)
        if (member.sessionId === undefined) return
        tellOthers(member, {
          type: 'disconnect',
          i: member.identity.id,
          m: {session: member.sessionId},
        })
      }
      socket.on('message', guarded(hear, fail))
      socket.on('close', guarded(leave, fail))
    },
  }
}

/** In characters: where somebody is takes some hundred. It goes to everybody. */
const LONGEST_STATE = 10_000

const tooLongState = () => tooLarge(`What is announced may have ${LONGEST_STATE} characters.`)

const tooManySubscriptions = () =>
  tooManyRequests(`A connection has at most ${MOST_SUBSCRIPTIONS} subscriptions. End one first.`)

type Request = z.infer<typeof requestSchema>

const id = z.union([z.string(), z.number()])
const session = z.string().max(200)

const requestSchema = z.discriminatedUnion('method', [
  z.object({id, method: z.literal('authorization'), params: z.object({authorization: z.string()})}),
  z.object({id, method: z.literal('presence_subscribe')}),
  z.object({
    id,
    method: z.literal('presence_unsubscribe'),
    params: z.object({subscriptionId: z.string()}),
  }),
  z.object({id, method: z.literal('presence_rollcall'), params: z.object({session})}),
  z.object({
    id,
    method: z.literal('presence_announce'),
    params: z.object({data: z.looseObject({sessionId: session})}),
  }),
  z.object({id, method: z.literal('presence_disconnect'), params: z.object({session})}),
])
