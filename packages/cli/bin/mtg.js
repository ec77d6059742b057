#!/usr/bin/env node
'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '..', 'dist', 'main.js');
/** The help of each command, by its name: it is there before anything is built. */
const helpFile = join(__dirname, '..', 'help.json');

const NOT_BUILT =
  'mtg 尚未构建：请运行 npm run build，或只构建它：npx tsc -b packages/cli · mtg is not built yet: run npm run build, or build it alone: npx tsc -b packages/cli\n';

/** The help that is asked for; undefined when something else is. */
function askedHelp(given) {
  const asks = given.includes('--help') || given.includes('-h') || given[0] === 'help';
  if (!asks) return undefined;
  const help = JSON.parse(readFileSync(helpFile, 'utf8'));
  const words = given.filter((word) => !word.startsWith('-') && word !== 'help');
  while (words.length > 0 && help[words.join(' ')] === undefined) words.pop();
  return help[words.join(' ')];
}

function run() {
  if (existsSync(program)) {
    try {
      return require(program);
    } catch (error) {
      // A package that it needs was not built, or its output is gone.
      if (error.code !== 'MODULE_NOT_FOUND' || !/@mtg\/|\/dist\//.test(error.message)) throw error;
    }
  }
  const help = askedHelp(process.argv.slice(2));
  if (help === undefined) {
    process.stderr.write(NOT_BUILT);
    process.exitCode = 1;
    return undefined;
  }
  return process.stdout.write(help);
}

run();
