'use strict';
const { spawn } = require('node:child_process');
const { dirname, relative, resolve } = require('node:path');

const ROOT = resolve(__dirname, '..', '..', '..');

/** As tsc says it with --verbose, most lines with the time before it. */
const PROJECT = /^ {4}\* (\S+)$/;
const BUILDING = / - Building project '(.+)'\.\.\.$/;
const VERBOSE = /^\S.* - (Projects in this build: ?|Project '.*|Building project '.*|Updating .*)$/;

/** The compiler; undefined where it was not installed (npm ci --omit=dev). */
function compiler() {
  try {
    const manifest = require.resolve('typescript/package.json');
    return resolve(dirname(manifest), require(manifest).bin.tsc);
  } catch {
    return undefined;
  }
}

/**
 * Reads what tsc writes line by line: tells how far it is, and passes on what else it says.
 *
 * @param {{ show: (text: string) => void, pass: (line: string) => void }} output
 */
function progressReader({ show, pass }) {
  const projects = [];
  return (line) => {
    const project = PROJECT.exec(line)?.[1];
    const building = BUILDING.exec(line)?.[1];
    if (project !== undefined) projects.push(resolve(project));
    else if (building !== undefined) {
      const file = resolve(building);
      const place = `${projects.indexOf(file) + 1}/${projects.length}`;
      show(`正在构建 ${place} · building ${place}: ${relative(ROOT, dirname(file))}`);
    } else if (line.trim() !== '' && !VERBOSE.test(line)) pass(line);
  };
}

/** Ends the compiler together with this process. */
function endWith(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const stop = (signal) => {
    child.kill(signal);
    process.exit(1);
  };
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}

/**
 * Builds a project of this repository and those that it needs.
 *
 * @param {string} project its folder
 * @param {{ show: (text: string) => void, pass: (line: string) => void }} output
 * @returns {Promise<number | undefined>} the compiler's exit code; undefined where there is no compiler
 */
async function build(project, output) {
  const tsc = compiler();
  if (tsc === undefined) return undefined;
  const child = spawn(process.execPath, [tsc, '-b', '--verbose', project], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const release = endWith(child);
  const read = progressReader(output);
  let unfinished = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    const lines = (unfinished + chunk).split(/\r?\n/);
    unfinished = lines.pop();
    lines.forEach(read);
  });
  const code = await new Promise((ended) => {
    child.on('error', (error) => {
      output.pass(error.message);
      ended(1);
    });
    child.on('close', (status) => ended(status ?? 1));
  });
  if (unfinished !== '') read(unfinished);
  release();
  return code;
}

module.exports = { build, ROOT };
