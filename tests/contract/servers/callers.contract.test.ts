import {createServer, request} from 'node:http'

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

/** What is answered otherwise than it should be, with what was answered. */
async function wrongAnswers(server: OurServer): Promise<string[]> {
  const wrong: string[] = []
  for (const caller of Object.keys(CALLERS) as Caller[]) {
    for (const path of PATHS[server.name]) {
      for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
        const status = await statusOf(server, method, path, caller)
        const refusal = refusalOf(server, caller, path)
        const isRight = refusal ? status === refusal : ![403, 421].includes(status)
        if (!isRight) wrong.push(`${server.name}: ${method} ${path} by ${caller}: ${status}`)
      }
    }
  }
  return wrong
}

test('each server answers who belongs here, and nobody else, whatever is asked', async () => {
  for (const server of await everyServer(onTestFinished)) {
    expect.soft(await wrongAnswers(server)).toEqual([])
  }
})

/** The server as it would be without its guard: what is asked is passed on, who asks is not. */
async function withoutGuard({name, port}: OurServer): Promise<OurServer> {
  const proxy = createServer(({method, url}, response) => {
    const headers = {host: `127.0.0.1:${port}`}
    const asked = request({host: '127.0.0.1', port, method, path: url, headers}, (answer) => {
      response.writeHead(answer.statusCode ?? 500)
      response.end()
      answer.destroy()
    })
    asked.on('error', () => response.destroy())
    asked.end()
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void proxy.close())
  const address = proxy.address()
  return {name, port: address !== null && typeof address === 'object' ? address.port : 0}
}

test('notices a server that has lost its guard', async () => {
  for (const server of await everyServer(onTestFinished)) {
    if (server.name === 'site') continue
    const wrong = await wrongAnswers(await withoutGuard(server))
    expect(wrong.join('\n')).toMatch(/by a picture elsewhere/)
    expect(wrong.join('\n')).toMatch(/by another name/)
  }
})
