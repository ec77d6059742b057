import { listKeys, roleOf, stateOf, type KeyState } from '@mtg/bi-keys';
import { Command } from 'commander';
import { columns } from './columns';
import { gatewayOf } from './gateway';
import { DATABASE_NOTE, withWarehouse } from './warehouse';

const STATES: Readonly<Record<KeyState, string>> = {
  VALID: '有效 · valid',
  EXPIRED: '已过期 · expired',
  REVOKED: '已撤销 · revoked',
};

const NOTES = `
${DATABASE_NOTE}
退出码 · Exit codes: 0 完成 · done; 66 找不到数据仓库 · no warehouse found; 2 用法 · usage; 78 配置 · configuration; 1 其他 · other
`;

export const keysCommand = (): Command =>
  new Command('keys')
    .description('列出密钥 · List the keys')
    .option('--data-dir <dir>', '平台数据目录 · data directory of the platform')
    .addHelpText('after', NOTES)
    .action(list);

async function list({ dataDir }: { readonly dataDir?: string }): Promise<void> {
  await withWarehouse(dataDir, async ({ client, address }) => {
    const keys = await listKeys(client);
    if (keys.length === 0) {
      process.stdout.write('没有密钥；用 mtg bi grant 发放 · No keys. Grant one with mtg bi grant\n');
      return;
    }
    const now = new Date(Date.now());
    process.stdout.write(
      columns([
        [
          '名称 · name',
          '登录 · login',
          '街道 · street',
          '发放 · granted',
          '有效至 · valid until',
          '状态 · state',
        ],
        ...keys.map((key) => [
          key.name,
          roleOf(key.name),
          key.street ?? '全部 · all',
          dayOf(key.createdAt),
          dayOf(key.expiresAt),
          STATES[stateOf(key, now)],
        ]),
      ]),
    );
    process.stdout.write(
      `SQL   postgresql://bi_NAME@${address.host}${address.pathname}\nHTTP  ${gatewayOf(dataDir)}/bi/\n`,
    );
  });
}

const dayOf = (time: Date): string => time.toISOString().slice(0, 10);
