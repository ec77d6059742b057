import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('postgraphile/', import.meta.url));
/** PostGraphile 5.1 asks for it. */
const OLDEST_NODE = 22;
const NEWER_NODE = 'node@24';

/** Brings PostGraphile, and a Node that runs it, where they are not there yet. */
export function preparePostgraphile() {
  const npm = (...options) => execFileSync('npm', options, { cwd: FOLDER, stdio: ['ignore', 2, 2] });
  // What it asks of Node, the process that runs it has; it is this one's npm that installs it.
  if (!existsSync(`${FOLDER}node_modules/postgraphile`)) {
    npm('ci', '--engine-strict=false', '--no-audit', '--no-fund', '--loglevel=error');
  }
  return { node: newerNode(), program: `${FOLDER}server.mjs` };
}

/** The path of a Node that is new enough: this very one, or one from the registry. */
function newerNode() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath;
  const options = ['--yes', '--package', NEWER_NODE, 'node', '--print', 'process.execPath'];
  return execFileSync('npx', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 2] }).trim();
}
