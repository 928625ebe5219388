import {readFileSync, readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {operatorToken} from '../../../scripts/operatorToken.ts'
import {webhookSecret} from '../../../scripts/webhookSecret.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

test('makes one secret, whole, for its owner alone, and gives it to all who ask', () => {
  const folder = temporaryDirectory()

  const secret = webhookSecret(folder)

  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(webhookSecret(folder)).toBe(secret)
  expect(readdirSync(folder)).toEqual(['webhook-secret'])
  expect(readFileSync(join(folder, 'webhook-secret'), 'utf8')).toBe(secret)
  expect(statSync(join(folder, 'webhook-secret')).mode & 0o777).toBe(0o600)
})

test('keeps the operator’s token apart from it', () => {
  const folder = temporaryDirectory()

  const token = operatorToken(folder)

  expect(token).not.toBe(webhookSecret(folder))
  expect(operatorToken(folder)).toBe(token)
  expect(statSync(join(folder, 'operator-token')).mode & 0o777).toBe(0o600)
})
