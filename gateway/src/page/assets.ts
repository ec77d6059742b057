import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { START_SCRIPT } from './start-script';

/** A file of the page, held in memory. */
export interface Asset {
  /** Below the gateway's root; its content's hash is part of it, so it may be cached for ever. */
  readonly path: string;
  readonly type: string;
  readonly content: Buffer;
  readonly gzipped: Buffer;
}

export interface PageAssets {
  readonly styles: readonly Asset[];
  /** In the order in which they must run. */
  readonly scripts: readonly Asset[];
}

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** The path of a file that an npm package ships; its package.json is the one file that every package lets resolve. */
const packageFile = (name: string, ...path: readonly string[]): string =>
  join(dirname(require.resolve(`${name}/package.json`)), ...path);

/** Reads GraphiQL and what it runs on from the npm packages; nothing of the page comes from anywhere else. */
export function readPageAssets(): PageAssets {
  return {
    styles: [asset('graphiql.css', STYLE, readFileSync(packageFile('graphiql', 'graphiql.min.css')))],
    scripts: [
      asset('react.js', SCRIPT, readFileSync(packageFile('react', 'umd', 'react.production.min.js'))),
      asset(
        'react-dom.js',
        SCRIPT,
        readFileSync(packageFile('react-dom', 'umd', 'react-dom.production.min.js')),
      ),
      asset('graphiql.js', SCRIPT, readFileSync(packageFile('graphiql', 'graphiql.min.js'))),
      asset('start.js', SCRIPT, Buffer.from(START_SCRIPT)),
    ],
  };
}

function asset(name: string, type: string, content: Buffer): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/graphiql/${hash}/${name}`, type, content, gzipped: gzipSync(content) };
}
