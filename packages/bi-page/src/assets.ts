import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { STYLE } from './style';

/** A file of the page. Its address has a digest, so that it may be cached for ever. */
export interface PageAsset {
  /** Below the page's own address. */
  readonly path: string;
  readonly type: string;
  readonly content: Buffer;
  /** True for a script that the page itself names; others are imported by one. */
  readonly isEntry: boolean;
  readonly isModule: boolean;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';

/** This package's folder: the file runs from `src` or `dist`, both one level below. */
const HERE = dirname(__dirname);
const CLIENT = join(HERE, 'dist', 'client');
const ENTRY = 'app.js';

const libraryFile = (name: string): Buffer => readFileSync(require.resolve(`uplot/dist/${name}`));

/** Reads the chart's library and the compiled client; nothing of the page comes from anywhere else. */
export function readAssets(): readonly PageAsset[] {
  const modules = readdirSync(CLIENT)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, content: withExtensions(readFileSync(join(CLIENT, name), 'utf8')) }));
  // One digest for all modules: they import each other by relative addresses.
  const digest = digestOf(modules.map(({ content }) => content).join('\n'));
  const library = libraryFile('uPlot.iife.min.js');
  return [
    style('uplot.css', libraryFile('uPlot.min.css')),
    style('page.css', Buffer.from(STYLE)),
    {
      path: `assets/${digestOf(library)}/uplot.js`,
      type: SCRIPT,
      content: library,
      isEntry: true,
      isModule: false,
    },
    ...modules.map(({ name, content }) => ({
      path: `assets/${digest}/${name}`,
      type: SCRIPT,
      content: Buffer.from(content),
      isEntry: name === ENTRY,
      isModule: true,
    })),
  ];
}

const style = (name: string, content: Buffer): PageAsset => ({
  path: `assets/${digestOf(content)}/${name}`,
  type: CSS,
  content,
  isEntry: false,
  isModule: false,
});

/** The compiler leaves out the extension that a browser needs. */
const withExtensions = (code: string): string => code.replaceAll(/(from\s+['"]\.\/[\w-]+)(['"])/g, '$1.js$2');

const digestOf = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12);
