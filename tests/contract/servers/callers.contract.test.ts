import {request} from 'node:http'

import {expect, onTestFinished, test} from 'vitest'

import {everyServer, type OurServer} from './everyServer.ts'

/** What a browser says of a request, by who makes it; `own` stands for the server’s own address. */
const CALLERS = {
  'a program': {},
  'another name': {host: 'evil.test'},
  'the address bar': {
    'sec-fetch-site': 'none',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  },
  'its own page': {'sec-fetch-site': 'same-origin', origin: 'own'},
  'a link elsewhere': {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  },
  'a frame elsewhere': {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'iframe',
  },
  'a picture elsewhere': {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'no-cors',
    'sec-fetch-dest': 'image',
  },
  'a script elsewhere': {'sec-fetch-site': 'cross-site', origin: 'http://evil.test'},
  'a form elsewhere': {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    origin: 'null',
  },
  'a script on another port': {'sec-fetch-site': 'same-site', origin: 'http://localhost:8000'},
  'an old browser elsewhere': {origin: 'http://evil.test'},
} satisfies Record<string, Record<string, string>>

type Caller = keyof typeof CALLERS

const ELSEWHERE: readonly Caller[] = [
  'a link elsewhere',
  'a frame elsewhere',
  'a picture elsewhere',
  'a script elsewhere',
  'a form elsewhere',
  'a script on another port',
  'an old browser elsewhere',
]

const PATHS = {
  lake: ['/', '//', '/v1/users/me', '/v1/nothing', '/images/local/production/a-1x1.png'],
  publisher: ['/', '/status', '/receipts', '/webhook', '/nothing'],
  studio: ['/', '/structure', '/static/nothing.js', '/publisher/status', '/publisher/events'],
  site: ['/', '/nothing/'],
}

/** What each server is to answer whom with; nothing where it is to answer as if nothing were said. */
function refusalOf({name}: OurServer, caller: Caller, path: string): number | undefined {
  if (name === 'site') return undefined
  if (caller === 'another name')
    return name === 'publisher' && path === '/webhook' ? undefined : 421
  const isVisit = name === 'studio' && caller === 'a link elsewhere'
  if (isVisit && !path.startsWith('/publisher')) return undefined
  return ELSEWHERE.includes(caller) ? 403 : undefined
}

function statusOf({port}: OurServer, method: string, path: string, caller: Caller) {
  const own = `http://127.0.0.1:${port}`
  const headers = Object.fromEntries(
    Object.entries(CALLERS[caller]).map(([name, value]) => [name, value === 'own' ? own : value]),
  )
  return new Promise<number>((resolve, reject) => {
    const sent = request({host: '127.0.0.1', port, method, path, headers}, (response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('each server answers who belongs here, and nobody else, whatever is asked', async () => {
  for (const server of await everyServer(onTestFinished)) {
    for (const caller of Object.keys(CALLERS) as Caller[]) {
      for (const path of PATHS[server.name]) {
        for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
          const status = await statusOf(server, method, path, caller)
          const what = `${server.name}: ${method} ${path} by ${caller}`
          const refusal = refusalOf(server, caller, path)
          if (refusal) expect.soft(status, what).toBe(refusal)
          else expect.soft([403, 421], what).not.toContain(status)
        }
      }
    }
  }
})
