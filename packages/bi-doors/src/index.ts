/** Common to every door of the warehouse: who reads, from which state of it, and how fresh that is. */
export type { Doors, DoorSource } from './doors';
export { readerOf, within, type Reader } from './readers/reader';
export {
  freshnessHeaders,
  toldHeaders,
  isStale,
  positionOf,
  readFreshness,
  type Freshness,
} from './answers/freshness';
export { databaseRefusal } from './answers/database-refusal';
export { datasetNamed } from './dataset-named';
export { readSince, streetsWithout } from './answers/since';
export { endWhenStalled } from './answers/end-when-stalled';
export { namesTag } from './answers/names-tag';
export { takeConnection } from './answers/take-connection';
export { encodingFor, type ContentEncoding } from './answers/encoding';
export { AskerGone, goneSignal } from './answers/asker';
export { openSnapshot, type Snapshot } from './answers/snapshot';
export { refusalHeaders, sendRefusal, toldError, type ToldError } from './answers/send-refusal';
