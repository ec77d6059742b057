import { mintToken, readSigningKey, type SigningKey } from '@mtg/identity/minting';
import { DEVELOPMENT_IDENTITY, resolveDataDir } from '@mtg/platform';
import { EXIT } from '@mtg/service-kit/basics';
import { Command } from 'commander';
import { CommandFailure } from '../command-failure';
import { requireDevelopment } from './require-development';
import { actorFrom, notesOn, rolesHelp, type GivenClaims } from './claims';
import { durationSeconds } from './duration';

interface Options extends GivenClaims {
  readonly expires: string;
  readonly dataDir?: string;
}

const notes = (): string => `
角色及其所需选项 · Roles and the options that they need:
${rolesHelp()}
代码大小写均可，- 与 _ 相同 · Codes are case-insensitive, - and _ are the same
例 · e.g.
  TOKEN=$(npm run --silent mtg -- token --role dispatcher --street DAYU)
  curl -s http://127.0.0.1:4000/graphql -H "Authorization: Bearer $TOKEN" …
街道增设的中心（addLocalCenter）没有列入参考数据，签发时在标准错误输出中提示，令牌照常可用
  Centers that a street added (addLocalCenter) are in no reference data: a note on standard error says so, and the token works
令牌以数据目录中的开发密钥签发，只有用 npm start 启动的平台接受；生产环境用 OIDC_ISSUER 的令牌
  Tokens are signed with the development key in the data directory. Only a platform started by npm start accepts them.
  In production, tokens come from OIDC_ISSUER
退出码 · Exit codes: 0 完成 · done; 2 用法 · usage; 66 没有密钥 · no key; 78 密钥不可用，或在生产环境 · the key is unusable, or this is production
`;

export const tokenCommand = (): Command =>
  new Command('token')
    .description('签发开发用令牌，输出到标准输出 · Issue a development token, printed to standard output')
    .requiredOption('--role <role>', '角色 · role, e.g. dispatcher')
    .option('--street <code>', '街道代码 · street, e.g. DAYU')
    .option(
      '--center <code>',
      '中心类型或代码，街道增设的中心填其代码 · type or code of a center, or the code of one that the street added, e.g. HEALTH',
    )
    .option('--community <code>', '12 位社区代码 · 12-digit code of a community')
    .option('--department <code>', '区职能部门代码 · department, e.g. ORGANIZATION_DEPARTMENT')
    .option(
      '--subject <id>',
      '人员标识（sub），默认由角色和范围组成 · subject (sub), by default made of role and scope',
    )
    .option('--name <name>', '姓名 · name')
    .option('--expires <duration>', '有效期 · validity, e.g. 30m, 8h, 7d', '8h')
    .option('--data-dir <dir>', '平台数据目录 · data directory of the platform')
    .addHelpText('after', notes)
    .action(printToken);

async function printToken(options: Options): Promise<void> {
  requireDevelopment();
  const actor = actorFrom(options);
  const expiresInSeconds = durationSeconds(options.expires);
  const key = keyIn(resolveDataDir(options.dataDir).path);
  const token = await mintToken(key, actor, { ...DEVELOPMENT_IDENTITY, expiresInSeconds });
  for (const note of notesOn(actor)) process.stderr.write(`${note}\n`);
  process.stdout.write(`${token}\n`);
}

function keyIn(dataDirectory: string): SigningKey {
  const key = readKey(dataDirectory);
  if (key) return key;
  throw new CommandFailure(
    EXIT.NO_INPUT,
    `${dataDirectory} 中没有签名密钥：请先运行 npm start，或用 --data-dir 指明它的数据目录 · There is no signing key in ${dataDirectory}. Run npm start first, or name its data directory with --data-dir`,
  );
}

function readKey(dataDirectory: string): SigningKey | undefined {
  try {
    return readSigningKey(dataDirectory);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    throw new CommandFailure(
      EXIT.NO_INPUT,
      `无法读取 ${dataDirectory} 中的签名密钥（${code}）；请用启动平台的用户运行 · The signing key in ${dataDirectory} cannot be read (${code}). Run this as the user who started the platform`,
    );
  }
}
