import {parseSettings} from '../../../scripts/publisher/settings.ts'
import {startPublisher} from '../../../scripts/publisher/startPublisher.ts'
import {builderDouble, SHORT_TIMES} from './shortTimes.ts'

/** A publisher with the double for its builder, as a process of its own: to be killed. */
const log = {info: () => {}, warn: () => {}, error: () => {}}
const options = {builder: builderDouble, times: SHORT_TIMES}
await startPublisher(parseSettings(process.env), log, options)
