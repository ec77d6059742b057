import type { Readable } from 'node:stream';

/** Answer of a virus scanner. A scanner that gives none throws. */
export type Verdict = 'CLEAN' | 'INFECTED';

/** Scans a content. @throws Error where the scanner cannot be reached or gives no answer */
export type Scanner = (content: Readable) => Promise<Verdict>;
