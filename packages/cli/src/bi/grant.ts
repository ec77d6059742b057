import { grantKey, roleOf } from '@mtg/bi-keys';
import { EXIT } from '@mtg/service-kit/basics';
import { Command } from 'commander';
import { CommandFailure } from '../command-failure';
import { gatewayAt, gatewayOf } from './gateway';
import { explained } from './key-failure';
import { DATABASE_NOTE, sourceCode, withWarehouse } from './warehouse';

interface Options {
  readonly street?: string;
  readonly expires: string;
  readonly url?: string;
  readonly dataDir?: string;
}

const LONGEST_DAYS = 3650;
const DAY_MS = 86_400_000;

const NOTES = `
密钥 · A key: 既是数据仓库的登录（bi_名称），也是 /bi 和 /odata 的口令：Basic 名称:密钥，或 Bearer 名称.密钥。只读模式 bi 中的视图；指明街道的只见该街道和区级的行
  a login of the warehouse (bi_NAME) and a credential at /bi and /odata: Basic NAME:KEY, or Bearer NAME.KEY. It reads the views of the schema bi only. With a
  street it sees the rows of that street and of the district. 密钥只显示一次 · It is shown only once
${DATABASE_NOTE}
退出码 · Exit codes: 0 完成 · done; 65 名称已有人用 · the name is taken; 66 找不到数据仓库 · no warehouse found; 2 用法 · usage; 78 所有者无权创建角色 · the owner may
  not create roles; 1 其他 · other
`;

export const grantCommand = (): Command =>
  new Command('grant')
    .description('为分析员发放密钥 · Grant a key to an analyst')
    .argument('<name>', '名称：小写字母、数字、下划线 · name: small letters, digits, underscores')
    .option('--street <code>', '只读该街道，如 DAYU；默认全区 · only this street, e.g. DAYU (default: all)')
    .option('--expires <days>', '有效天数 · days that it is valid', '90')
    .option(
      '--url <address>',
      '网关地址，用于输出的示例 · address of the gateway, for the lines that are printed',
    )
    .option('--data-dir <dir>', '平台数据目录 · data directory of the platform')
    .addHelpText('after', NOTES)
    .action(grant);

async function grant(name: string, options: Options): Promise<void> {
  const street = options.street === undefined ? undefined : sourceCode(options.street, false);
  const expiresAt = new Date(Date.now() + daysOf(options.expires) * DAY_MS);
  const given = options.url === undefined ? undefined : gatewayAt(options.url);
  await withWarehouse(options.dataDir, async ({ client, address }) => {
    const secret = await explained(grantKey(client, { name, street, expiresAt }));
    const sql = `postgresql://${roleOf(name)}:${secret}@${address.host}${address.pathname}`;
    // The key stays out of the list of processes: psql asks for it.
    const prompting = `postgresql://${roleOf(name)}@${address.host}${address.pathname}`;
    const http = given ?? gatewayOf(options.dataDir);
    const csv = `'${http}/bi/work_orders.csv?limit=5'`;
    process.stdout
      .write(`密钥“${name}”已发放，只显示这一次，请妥善保管 · Key “${name}” granted. It is shown only this once, keep it safe
街道 · street: ${street ?? '全部 · all'}；有效至 · valid until: ${expiresAt.toISOString().slice(0, 10)}

${secret}

SQL   ${sql}
      psql '${prompting}' -c 'SELECT * FROM work_orders LIMIT 5'
      （psql 询问口令时输入密钥 · psql asks for the key）
HTTP  curl -u '${name}:${secret}' ${csv}
      curl -H 'Authorization: Bearer ${name}.${secret}' ${csv}
OData ${http}/odata/  （用户名 · user: ${name}）
`);
  });
}

/** @throws CommandFailure with exit code 2 */
function daysOf(text: string): number {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= LONGEST_DAYS) return days;
  throw new CommandFailure(
    EXIT.USAGE,
    `--expires: 须为 1 至 ${LONGEST_DAYS} 的天数，而不是“${text}” · must be a number of days from 1 to ${LONGEST_DAYS}, not “${text}”`,
  );
}
