import {existsSync, readFileSync} from 'node:fs'

/** Loaded before the programs named, the publisher unless others are: their wall clock is off by as many milliseconds as a file says. */
const {CHAOS_CLOCK = '', CHAOS_CLOCK_OF = 'publisherProgram.ts'} = process.env
const RealDate = Date
const shift = () => (existsSync(CHAOS_CLOCK) ? Number(readFileSync(CHAOS_CLOCK, 'utf8')) : 0)
const now = () => RealDate.now() + shift()

if (CHAOS_CLOCK_OF.split(',').some((program) => process.argv[1]?.endsWith(program))) {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
}
