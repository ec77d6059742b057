/**
 * Runs a measurement by its name: `npm run bench bi`, `npm run bench -- bi --scale 10`.
 *
 * They print what they are at on stderr and the result on stdout, and end with 0 when they measured.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const BENCHES = {
  bi: '数据仓库：文件、汇总、翻页、复制 · the warehouse: files, aggregates, pages, replication',
  gateway: '网关的数据源 · the gateway’s data source',
  commands: '一个街道的操作 · commands of a street',
  sample: '样例数据 · sample data',
  reading: '读取，与 PostGraphile 相比 · reading, against PostGraphile',
  replication: '复制与跟随 · copying and following a source',
  attacks: '一个客户端对其他客户端的影响 · one client on another',
};

const [name = '--help', ...options] = process.argv.slice(2);
if (!Object.hasOwn(BENCHES, name)) {
  const isHelp = name === '--help' || name === '-h';
  const list = Object.entries(BENCHES).map(([each, what]) => `  ${each.padEnd(12)}${what}`);
  console.log(`用法 · Usage: npm run bench NAME -- [options]\n\n${list.join('\n')}\n
各项的选项 · options of one: npm run bench NAME -- --help`);
  if (!isHelp) console.error(`\n没有“${name}” · there is no “${name}”`);
  process.exit(isHelp ? 0 : 64);
}
const program = fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
const child = spawn(process.execPath, [program, ...options], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const [code] = await once(child, 'exit');
process.exit(code ?? 1);
