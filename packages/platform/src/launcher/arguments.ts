import { parseArgs } from 'node:util';
import { INSIGHT, STREETS, SUBGRAPHS } from '@mtg/subgraphs';
import { describeConfig } from '../config';
import { messageOf } from '../failure';
import { GATEWAY } from '../project';

/** Options of the command line. Undefined leaves a value to the environment or the default. */
export interface LauncherArguments {
  readonly port: number | undefined;
  readonly host: string;
  readonly dataDirectory: string | undefined;
  /** Names of the parts to start, in the order of the list, the gateway last. */
  readonly parts: readonly string[];
  readonly freePorts: boolean;
  /** A small year of sample data for the streets that have none. */
  readonly sample: boolean;
  readonly help: boolean;
}

/** Invalid command line: the process ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const PARTS: readonly string[] = [...SUBGRAPHS.map(({ name }) => name), INSIGHT.name, GATEWAY];

/** @throws UsageError with a sentence for the first thing that is wrong */
export function parseArguments(given: readonly string[]): LauncherArguments {
  const { values } = parse(given);
  const parts = values.only === undefined ? PARTS : chosenParts(values.only);
  if (values.sample && !STREETS.some(({ name }) => parts.includes(name))) {
    throw new UsageError(
      '--sample 只为街道装载样例，而 --only 中没有街道。\n--sample loads sample data into streets, but --only names no street.',
    );
  }
  return {
    port: values.port === undefined ? undefined : portNumber(values.port),
    host: notEmpty('--host', values.host),
    dataDirectory: values['data-dir'] === undefined ? undefined : notEmpty('--data-dir', values['data-dir']),
    parts,
    freePorts: values['free-ports'],
    sample: values.sample,
    help: values.help,
  };
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      strict: true,
      allowPositionals: false,
      options: {
        port: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        'data-dir': { type: 'string' },
        only: { type: 'string', multiple: true },
        'free-ports': { type: 'boolean', default: false },
        sample: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    // Node's own words, without its advice about arguments that this program does not take.
    const [reason = ''] = messageOf(error).split(/(?<=')\. /);
    const wrong = /'(.*)'/s.exec(reason)?.[1] ?? '';
    throw new UsageError(
      `命令行有误：“${wrong}”。用法见 --help。\nInvalid command line, see --help: ${reason}`,
    );
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new UsageError(
    `--port 须为 0 至 65535 的整数，而不是“${text}”。\n--port must be an integer from 0 to 65535, not "${text}".`,
  );
}

function chosenParts(given: readonly string[]): readonly string[] {
  const names = given.flatMap((text) => text.split(',')).map((name) => name.trim());
  const unknown = names.filter((name) => !PARTS.includes(name));
  if (unknown.length === 0) return PARTS.filter((part) => names.includes(part));
  const [list, known] = [unknown.map((name) => `"${name}"`).join(', '), PARTS.join(', ')];
  throw new UsageError(
    `--only 中没有这样的部分：${list}。可选：${known}。\n--only names unknown parts: ${list}. Choose from: ${known}.`,
  );
}

function notEmpty(flag: string, value: string): string {
  if (value.trim() !== '') return value;
  throw new UsageError(`${flag} 的值不能为空。\n${flag} must not be empty.`);
}

export const helpText =
  (): string => `启动门头沟街道治理平台：数据库、各子图、网关，以及开发用的令牌签发者（见 OIDC_ISSUER）。
Starts the platform: the databases, the subgraphs, the gateway, and a token issuer for development (see OIDC_ISSUER).

用法 · usage: npm start -- [选项 · options]

  --port N          网关端口，0 为任意空闲端口（默认 4000） · port of the gateway, 0 for any free port (default 4000)
  --host ADDRESS    网关监听地址（默认 127.0.0.1） · address the gateway listens on (default 127.0.0.1)
  --data-dir DIR    数据目录（默认 .data） · data directory (default .data)
  --only A,B        只启动这些部分 · start only these parts: ${PARTS.join(', ')}
  --free-ports      子图和令牌签发者使用任意空闲端口 · let subgraphs and token issuer use any free port
  --sample          为尚无样例的街道装载一年的样例数据（规模 1） · load a year of sample data (scale 1) into streets that have none
  --help            显示本说明 · show this text

环境变量 · environment:
${describeConfig()}

退出码 · exit codes: 0 按要求停止 · stopped on request; 1 启动失败 · failed to start; 2 命令行有误 · invalid command line;
78 配置有误 · invalid configuration; 130 强制停止 · forced stop
`;
