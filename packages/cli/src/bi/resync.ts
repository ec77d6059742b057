import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT } from '@mtg/service-kit/basics';
import { DISTRICT, STREETS } from '@mtg/subgraphs';
import { Command } from 'commander';
import type { Client } from 'pg';
import { CommandFailure } from '../command-failure';
import { DATABASE_NOTE, sourceCode, withRunningWarehouse } from './warehouse';

interface Options {
  readonly wait: boolean;
  readonly dataDir?: string;
}

interface Copy {
  readonly wanted: boolean;
  readonly state: string;
  readonly problem: string;
  /** Table that is being copied now, with the rows so far. */
  readonly table: string | null;
}

const CHECK_MS = 500;

/** The program looks each few seconds whether a copy is wanted, and needs a while to connect. */
const START_LIMIT_MS = 30_000;

const NOTES = `
读者在复制期间仍见原有的行，完成时一次换新 · Readers keep the rows that they have until the copy is complete
Ctrl-C 只结束等待，复制仍会进行 · Ctrl-C ends the waiting only, the copy goes on
${DATABASE_NOTE}
退出码 · Exit codes: 0 完成 · done; 65 该来源无法读取，恢复后自动复制 · the source cannot be read, and is copied when it is back; 66 找不到数据仓库，或 insight 没有运行 · no
  warehouse found, or insight is not running; 2 用法 · usage; 78 配置 · configuration; 1 其他 · other
`;

export const resyncCommand = (): Command =>
  new Command('resync')
    .description('重新复制一个街道或区的数据 · Copy the data of a street or of the district again')
    .argument('<street>', '街道代码，或 DISTRICT · code of the street, e.g. DAYU, or DISTRICT')
    .option('--no-wait', '不等待完成 · do not wait for its end')
    .option('--data-dir <dir>', '平台数据目录 · data directory of the platform')
    .addHelpText('after', NOTES)
    .action(resync);

async function resync(given: string, { wait, dataDir }: Options): Promise<void> {
  const code = sourceCode(given, true);
  const { name } = STREETS.find((street) => street.code === code) ?? DISTRICT;
  await withRunningWarehouse(dataDir, async ({ client }) => {
    const { rowCount } = await client.query(
      'UPDATE warehouse.source SET copy_wanted = true WHERE name = $1',
      [name],
    );
    if (rowCount === 0) {
      throw new CommandFailure(
        EXIT.DATA,
        `数据仓库还没有读取过 ${code}：请确认它在 insight 的 SOURCES 中 · The warehouse has not read ${code} yet. Check that it is among the SOURCES of insight`,
      );
    }
    process.stdout.write(`${code}: 已要求重新复制 · copy requested\n`);
    if (!wait) return;
    await untilCopied(client, name, code);
    process.stdout.write(`${code}: 已复制 · copied\n`);
  });
}

async function untilCopied(client: Client, name: string, code: string): Promise<void> {
  const latest = Date.now() + START_LIMIT_MS;
  let shown = '';
  for (;;) {
    const copy = await readCopy(client, name);
    if (!copy.wanted) return;
    const text = copy.table ?? '';
    if (text !== '' && text !== shown) process.stderr.write(`${code}: ${text}\n`);
    shown = text === '' ? shown : text;
    if (copy.state !== 'COPYING' && Date.now() > latest) throw notCopied(code, copy);
    await sleep(CHECK_MS);
  }
}

async function readCopy(client: Client, name: string): Promise<Copy> {
  const { rows } = await client.query<Copy>(
    `SELECT copy_wanted AS wanted, state, concat_ws(' · ', problem_zh, problem_en) AS problem,
       (SELECT relname FROM pg_stat_progress_copy AS copy JOIN pg_class ON pg_class.oid = copy.relid
        JOIN pg_namespace AS schema ON schema.oid = relnamespace
        WHERE copy.datname = current_database() AND starts_with(nspname, source.name) LIMIT 1) AS table
     FROM warehouse.source AS source WHERE name = $1`,
    [name],
  );
  return rows[0] ?? { wanted: false, state: 'FAILED', problem: '', table: null };
}

const notCopied = (code: string, { state, problem }: Copy): CommandFailure =>
  ['UNREACHABLE', 'FAILED'].includes(state)
    ? new CommandFailure(
        EXIT.DATA,
        `${code}: 无法读取，恢复后自动复制 · The source cannot be read, and is copied when it is back. ${problem}`,
      )
    : new CommandFailure(
        EXIT.NO_INPUT,
        `${code}: insight 没有开始复制：请确认它在运行，启动后自动复制 · insight has not begun to copy. Check that it runs: it copies when it starts`,
      );
