import { revokeKey } from '@mtg/bi-keys';
import { Command } from 'commander';
import { explained } from './key-failure';
import { DATABASE_NOTE, withWarehouse } from './warehouse';

const NOTES = `
从下一次请求起生效：不能再登录或开始下载，SQL 会话随即结束；正在进行的下载会继续到结束 · From the next request on: neither login nor a new download is
  possible any more, and open SQL sessions end. A download that runs goes on to its end
${DATABASE_NOTE}
退出码 · Exit codes: 0 完成 · done; 65 没有这个密钥 · no such key; 66 找不到数据仓库 · no warehouse found; 2 用法 · usage; 78 配置 · configuration; 1 其他 · other
`;

export const revokeCommand = (): Command =>
  new Command('revoke')
    .description('撤销密钥 · Revoke a key')
    .argument('<name>', '密钥名称 · name of the key')
    .option('--data-dir <dir>', '平台数据目录 · data directory of the platform')
    .addHelpText('after', NOTES)
    .action(revoke);

async function revoke(name: string, { dataDir }: { readonly dataDir?: string }): Promise<void> {
  await withWarehouse(dataDir, ({ client }) => explained(revokeKey(client, name)));
  process.stdout.write(`密钥“${name}”已撤销 · Key “${name}” revoked\n`);
}
