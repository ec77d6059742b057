'use strict';
/**
 * What `npm start` runs: builds what has changed and shows how far it is, then runs the program that it built, in this very
 * process. Run in the root it is the launcher, in the folder of a part that part. Nothing here needs a build.
 */
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { build, ROOT } = require('./build');
const output = require('./build-output');

const folder = process.cwd();
const isRoot = folder === ROOT;
const program = join(isRoot ? join(ROOT, 'packages', 'platform') : folder, 'dist', 'main.js');
const asksForHelp = process.argv.slice(2).some((given) => given === '--help' || given === '-h');

async function main() {
  if (isRoot && asksForHelp) {
    process.stdout.write(readFileSync(join(__dirname, '..', 'help.txt'), 'utf8'));
    return;
  }
  // A terminal that is gone must not keep the launcher from being stopped.
  process.stdout.on('error', () => undefined);
  // Whoever asks a part for its help is to see that alone.
  const code = await build(folder, asksForHelp ? { ...output, show: () => undefined } : output);
  output.end();
  if (code !== undefined && code !== 0) {
    output.pass('构建失败，原因见上 · The build failed; see above');
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
