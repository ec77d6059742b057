'use strict';
/**
 * Program of `npm start`: builds what has changed and shows how far it is, then runs the program that it built, in this very
 * process. Run in the root it is the launcher, in the folder of a part that part. Nothing here needs a build.
 */
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { build, ROOT } = require('./build');
const output = require('./build-output');

const folder = process.cwd();
const isRoot = folder === ROOT;
const program = join(isRoot ? join(ROOT, 'packages', 'platform') : folder, 'dist', 'main.js');
const asksForHelp = process.argv.slice(2).some((given) => given === '--help' || given === '-h');

/** As the help lists them: those with a value have its name after them. */
function optionsIn(help) {
  const found = [...help.matchAll(/^ {2}--([\w-]+)( [A-Z]\S*)?/gm)];
  return Object.fromEntries(found.map(([, name, value]) => [name, { type: value ? 'string' : 'boolean' }]));
}

/** Problem of the given options, in a sentence; undefined when there is none. */
function wrongOption(help) {
  try {
    parseArgs({ options: optionsIn(help), strict: true, allowPositionals: false });
    return undefined;
  } catch (error) {
    const [reason] = error.message.split(/(?<=')\. /);
    const wrong = /'(.*)'/s.exec(reason)?.[1] ?? '';
    return `命令行有误：“${wrong}”。用法见 --help。\nInvalid command line, see --help: ${reason}`;
  }
}

async function main() {
  if (isRoot) {
    const help = readFileSync(join(__dirname, '..', 'help.txt'), 'utf8');
    if (asksForHelp) {
      process.stdout.write(help);
      return;
    }
    // Before the build, which takes minutes; the launcher itself checks the values.
    const wrong = wrongOption(help);
    if (wrong !== undefined) {
      output.pass(wrong);
      process.exitCode = 2;
      return;
    }
  }
  // A terminal that is gone must not keep the launcher from being stopped.
  process.stdout.on('error', () => undefined);
  // With --help, the output of the build is hidden.
  const code = await build(folder, asksForHelp ? { ...output, show: () => undefined } : output);
  output.end();
  if (code !== undefined && code !== 0) {
    output.pass('构建失败，原因见上 · The build failed. See above');
    process.exit(code);
  }
  if (!existsSync(program)) {
    output.pass(
      '尚未构建，且未安装编译器：请运行 npm ci（不要加 --omit=dev） · Not built, and no compiler is installed: run npm ci (without --omit=dev)',
    );
    process.exit(1);
  }
  require(program);
}

void main();
