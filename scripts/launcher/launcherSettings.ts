import {accessSync, constants} from 'node:fs'
import {resolve} from 'node:path'

import {makeFolder} from '../durable.ts'
import {operatorToken} from '../operatorToken.ts'
import {webhookSecret} from '../webhookSecret.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

/** Everything the launcher needs to know, read once from the environment. */
export interface LauncherSettings {
  isDevelopment: boolean
  ports: {lake: number; publisher: number; site: number; studio: number}
  /** Whether content comes from the embedded lake, or from hosted Sanity. */
  hasLake: boolean
  apiHost: string
  projectId: string
  dataset: string
  token: string | undefined
  siteUrl: string
  dataDirectory: string
  /** What the publisher asks of who reads receipts. */
  operatorToken: string
  /** What the programs are started with: the environment, completed. */
  environment: NodeJS.ProcessEnv
}

/** Reads the environment and the arguments. Throws a sentence for what makes no sense. */
export function parseLauncherSettings(
  environment: NodeJS.ProcessEnv,
  args: readonly string[],
): LauncherSettings {
  const host = environment.HOST || '127.0.0.1'
  if (!LOOPBACK.includes(host)) {
    throw new Error(
      `HOST is "${host}", but there are no logins yet: only this machine may connect. Leave HOST unset.`,
    )
  }
  const ports = {
    lake: parsePort(environment, 'LAKE_PORT', 3900),
    publisher: parsePort(environment, 'PUBLISHER_PORT', 3901),
    site: parsePort(environment, 'SITE_PORT', 4321),
    studio: parsePort(environment, 'STUDIO_PORT', 3333),
  }
  const dataDirectory = resolve(environment.DATA_DIR || '.data')
  makeDataFolder(dataDirectory)
  const hasLake = environment.SANITY_API_HOST === undefined
  const apiHost = environment.SANITY_API_HOST ?? `http://127.0.0.1:${ports.lake}`
  const siteUrl = environment.SITE_URL ?? `http://localhost:${ports.site}`
  const projectId = environment.SANITY_PROJECT_ID ?? 'local'
  const dataset = environment.SANITY_DATASET ?? 'production'
  return {
    isDevelopment: args.includes('--dev'),
    ports,
    hasLake,
    apiHost,
    projectId,
    dataset,
    token: environment.SANITY_API_TOKEN,
    siteUrl,
    dataDirectory,
    operatorToken: environment.OPERATOR_TOKEN ?? operatorToken(dataDirectory),
    environment: {
      ...environment,
      HOST: '127.0.0.1', // one name for this machine, so that all find each other
      LAKE_PORT: String(ports.lake),
      PUBLISHER_PORT: String(ports.publisher),
      SITE_PORT: String(ports.site),
      STUDIO_PORT: String(ports.studio),
      DATA_DIR: dataDirectory,
      SANITY_API_HOST: apiHost,
      SANITY_PROJECT_ID: projectId,
      SANITY_DATASET: dataset,
      SITE_URL: siteUrl,
      WEBHOOK_SECRET: environment.WEBHOOK_SECRET ?? webhookSecret(dataDirectory),
      ASTRO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      NO_UPDATE_NOTIFIER: '1', // else the Studio's tool asks the registry for newer versions
    },
  }
}

function makeDataFolder(dataDirectory: string) {
  try {
    makeFolder(dataDirectory)
    accessSync(dataDirectory, constants.W_OK)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(
      `DATA_DIR is ${dataDirectory}, which cannot be used: ${reason}. Give yourself the right to write there, or name another folder.`,
      {cause},
    )
  }
}

function parsePort(environment: NodeJS.ProcessEnv, name: string, fallback: number) {
  const value = environment[name]
  if (value === undefined || value === '') return fallback
  const port = Number(value)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`${name} is "${value}". A port is a whole number from 1 to 65535.`)
}
