'use strict';
/**
 * Runs command lines of the compiled `mtg` one after the other in one process, which has loaded the program once. Each has the
 * environment and the folder that it is given, and its output is returned.
 */
const { run } = require('../../packages/cli/dist/run');

// oxlint-disable-next-line node/no-process-env
const ENVIRONMENT = process.env;

const written = { stdout: [], stderr: [] };
for (const name of ['stdout', 'stderr']) {
  process[name].write = (chunk, ...more) => {
    written[name].push(Buffer.from(chunk));
    more.at(-1)?.();
    return true;
  };
}

const take = (name) => Buffer.concat(written[name].splice(0)).toString();

async function runOne({ id, given, environment, folder }) {
  for (const name of Object.keys(ENVIRONMENT)) delete ENVIRONMENT[name];
  Object.assign(ENVIRONMENT, environment);
  process.chdir(folder);
  process.exitCode = undefined;
  const code = await run(given);
  process.send({ id, code, output: take('stdout'), errors: take('stderr') });
}

let before = Promise.resolve();
process.on('message', (asked) => {
  before = before.then(() => runOne(asked));
});
