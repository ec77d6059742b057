import { EXIT } from '@mtg/service-kit/basics';
import { Command } from 'commander';
import { columns } from './columns';
import { DATABASE_NOTE, withWarehouse } from './warehouse';

interface Row {
  readonly street: string;
  readonly title: string;
  readonly state: string;
  readonly freshAt: Date | null;
  readonly age: number | null;
  readonly position: string;
  readonly problem: string;
}

/** States of a source in words. Any other state is shown as it is. */
const STATES: Readonly<Record<string, string>> = {
  COPYING: '复制中 · copying',
  FOLLOWING: '跟随中 · following',
  BEHIND: '落后 · behind',
  UNREACHABLE: '无法连接 · unreachable',
  FAILED: '失败 · failed',
};

const NOTES = `
${DATABASE_NOTE}
退出码 · Exit codes: 0 都是最新的 · all sources are current; 65 有的不是 · some are not; 66 找不到数据仓库 · no warehouse found; 2 用法 · usage; 78 配置 · configuration;
  1 其他 · other
`;

export const statusCommand = (): Command =>
  new Command('status')
    .description('各街道数据的新鲜度 · How fresh the data of each street are')
    .option('--data-dir <dir>', '平台数据目录 · data directory of the platform')
    .addHelpText('after', NOTES)
    .action(show);

async function show({ dataDir }: { readonly dataDir?: string }): Promise<void> {
  await withWarehouse(dataDir, async ({ client }) => {
    const { rows } = await client.query<Row>(
      `SELECT street, street_name AS title, state, fresh_at AS "freshAt", age_seconds AS age, position::text,
         concat_ws(' · ', problem_zh, problem_en) AS problem
       FROM bi.freshness ORDER BY place`,
    );
    process.stdout.write(
      columns([
        [
          '代码 · code',
          '名称 · name',
          '状态 · state',
          '截至 · as of',
          '秒 · seconds',
          '位置 · position',
          '问题 · problem',
        ],
        ...rows.map(({ street, title, state, freshAt, age, position, problem }) => [
          street,
          title,
          STATES[state] ?? state,
          freshAt?.toISOString() ?? '—',
          age === null ? '—' : String(age),
          position,
          problem,
        ]),
      ]),
    );
    if (!rows.every(({ state }) => state === 'FOLLOWING')) process.exitCode = EXIT.DATA;
  });
}
