#!/usr/bin/env node
'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '..', 'dist', 'main.js');
/** The help of each command, by its name: it is there before anything is built. */
const helpFile = join(__dirname, '..', 'help.json');

const NOT_BUILT =
  'mtg 尚未构建：请运行 npm run build，或只构建它：npx tsc -b packages/cli · mtg is not built yet: run npm run build, or build it alone: npx tsc -b packages/cli\n';

const asksForHelp = (given) => given.includes('--help') || given.includes('-h') || given[0] === 'help';

/**
 * The command whose help is asked for, by its name in the file.
 *
 * @returns its name, and the word after it that names no command of its
 */
function askedCommand(help, given) {
  let name = '';
  for (const word of given.filter((each) => !each.startsWith('-') && each !== 'help')) {
    const start = name === '' ? '' : `${name} `;
    if (!Object.keys(help).some((each) => each !== '' && each.startsWith(start))) break;
    if (!Object.hasOwn(help, start + word)) return { name, unknown: word };
    name = start + word;
  }
  return { name };
}

const noSuch = (name, unknown) => {
  const program = `mtg ${name}`.trim();
  return `没有命令“${unknown}”，见 ${program} --help · Unknown command “${unknown}”. See ${program} --help\n`;
};

async function run() {
  const given = process.argv.slice(2);
  const help = asksForHelp(given) ? JSON.parse(readFileSync(helpFile, 'utf8')) : undefined;
  const asked = help && askedCommand(help, given);
  if (asked?.unknown !== undefined) {
    process.stderr.write(noSuch(asked.name, asked.unknown));
    process.exitCode = 2;
    return undefined;
  }
  if (existsSync(program)) {
    try {
      return await require(program).ended;
    } catch (error) {
      // A package that it needs was not built, or its output is gone.
      if (error.code !== 'MODULE_NOT_FOUND' || !/@mtg\/|\/dist\//.test(error.message)) throw error;
    }
  }
  if (help === undefined) {
    process.stderr.write(NOT_BUILT);
    process.exitCode = 1;
    return undefined;
  }
  return process.stdout.write(help[asked.name]);
}

void run();
