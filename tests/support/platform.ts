import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '@mtg/access';
import { mintToken, readSigningKey } from '@mtg/identity';
import { DEVELOPMENT_IDENTITY } from '@mtg/platform';
import { copyCluster, makeDataFolder } from './data-folder';
import { ROOT } from './project';
import { eventually } from './wait';

/** A process of the platform, as the launcher lists it for other programs. */
export interface Part {
  readonly name: string;
  readonly pid?: number;
  readonly port: number;
  readonly url: string;
  readonly databaseUrl?: string;
  readonly ownerDatabaseUrl?: string;
}

/** A GraphQL answer as it travels. */
export interface Answer {
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

/** The whole platform, started as a user starts it, on ports and in a data directory of its own. */
export interface Platform {
  readonly launcher: ChildProcess;
  readonly dataDirectory: string;
  readonly output: () => string;
  readonly parts: () => readonly Part[];
  readonly part: (name: string) => Part;
  readonly gatewayUrl: string;
  readonly ask: (
    query: string,
    variables?: Record<string, unknown>,
    request?: RequestOptions,
  ) => Promise<Answer>;
  /** Headers of a request with a token of the platform's own issuer. */
  readonly headersOf: (request?: RequestOptions) => Promise<Record<string, string>>;
  readonly stop: () => Promise<number | null>;
}

/** The caller, and the `Idempotency-Key` of a command. */
export interface RequestOptions {
  readonly as?: Actor | undefined;
  readonly key?: string | undefined;
}

export interface StartOptions {
  readonly flags?: readonly string[];
  readonly environment?: Record<string, string>;
  /** Kept at the end; otherwise one of its own that goes with the platform. */
  readonly dataDirectory?: string;
  /** Parts whose clusters are copied and not initialised. */
  readonly initialised?: readonly string[];
  /** User to run as; only root can choose. */
  readonly uid?: number;
  /** Root of the project to start. */
  readonly project?: string;
  /** Node to start it with. */
  readonly node?: string;
}

const READY_LIMIT_MS = 120_000;

export async function startPlatform(options: StartOptions = {}): Promise<Platform> {
  const dataDirectory = options.dataDirectory ?? createDataDirectory();
  const { uid, project = ROOT, node = process.execPath, initialised = [] } = options;
  for (const part of initialised) copyCluster(join(dataDirectory, part));
  const launcher = spawn(
    node,
    [
      join(project, 'packages/platform/dist/main.js'),
      '--port',
      '0',
      '--free-ports',
      '--data-dir',
      dataDirectory,
      ...(options.flags ?? []),
    ],
    {
      cwd: project,
      env: cleanEnvironment(options.environment),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid !== undefined && { uid, gid: uid }),
    },
  );
  let output = '';
  let failure: Error | undefined;
  launcher.once('error', (error) => (failure = error));
  launcher.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  launcher.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => launcher.once('exit', resolve));

  const parts = (): readonly Part[] =>
    (JSON.parse(readFileSync(join(dataDirectory, 'run', 'parts.json'), 'utf8')) as { parts: Part[] }).parts;
  const part = (name: string): Part => {
    const found = parts().find((candidate) => candidate.name === name);
    if (!found) throw new Error(`parts.json lists no part ${name}`);
    return found;
  };
  const stop = async (): Promise<number | null> => {
    launcher.kill('SIGTERM');
    const code = failure ? null : await exited;
    if (options.dataDirectory === undefined) rmSync(dataDirectory, { recursive: true, force: true });
    return code;
  };
  try {
    const isReady = (): boolean => {
      // It could not even be spawned; nothing would ever come.
      if (failure) throw failure;
      if (launcher.exitCode !== null)
        throw new Error(`the launcher ended with ${launcher.exitCode}:\n${output}`);
      return output.includes('全部就绪');
    };
    await eventually('the platform is ready', isReady, READY_LIMIT_MS);
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}\n${output}`, { cause: error });
  }
  const headersOf = async ({ as, key }: RequestOptions = {}): Promise<Record<string, string>> => ({
    ...(as && { authorization: `Bearer ${await tokenFrom(dataDirectory, as)}` }),
    ...(key !== undefined && { 'idempotency-key': key }),
  });
  const gatewayUrl = parts().find(({ name }) => name === 'gateway')?.url ?? '';
  return {
    launcher,
    dataDirectory,
    output: () => output,
    parts,
    part,
    gatewayUrl,
    ask: async (query, variables, request) => ask(gatewayUrl, query, variables, await headersOf(request)),
    headersOf,
    stop,
  };
}

/** A token as `mtg token` prints it. */
async function tokenFrom(dataDirectory: string, actor: Actor): Promise<string> {
  const key = readSigningKey(dataDirectory);
  if (!key) throw new Error('the platform has no issuer of its own');
  return mintToken(key, actor, { ...DEVELOPMENT_IDENTITY, expiresInSeconds: 3600 });
}

export const createDataDirectory = (): string => makeDataFolder('platform');

/** One question over HTTP, to the gateway or to a subgraph alone. */
export async function ask(
  url: string,
  query: string,
  variables?: Record<string, unknown>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

/** Variables of a fresh shell, and nothing of the test runner's own. */
function cleanEnvironment(extra: Record<string, string> = {}): Record<string, string> {
  // oxlint-disable-next-line node/no-process-env
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, ...extra };
}
