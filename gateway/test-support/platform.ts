import { createLogger } from '@mtg/service-kit';
import { startGateway, type Gateway } from '../src/index';
import { serve, type Behaviour, type FakeServer } from './servers';
import { district, street, SUPERGRAPH } from './subgraphs';

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

export interface Platform {
  readonly gateway: Gateway;
  readonly logger: ReturnType<typeof createLogger>;
  readonly servers: Readonly<Record<'district' | 'dayu' | 'chengzi', FakeServer>>;
  /** Sends an operation; resolves to the answer and its text. */
  ask(
    query: string,
    options?: AskOptions,
  ): Promise<Answer & { readonly text: string; readonly status: number }>;
}

export interface AskOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface PlatformOptions {
  readonly district?: Behaviour;
  readonly dayu?: Behaviour;
  readonly chengzi?: Behaviour;
  /** Where the gateway looks for Dayu, instead of at its server. */
  readonly dayuUrl?: string;
  readonly timeoutMs?: number;
  /** Of the whole operation. */
  readonly operationTimeoutMs?: number;
  readonly maxResponseBytes?: number;
  /** On unless said otherwise, as in `npm start`. */
  readonly introspection?: boolean;
  readonly browserPage?: boolean;
  readonly preparationShare?: number;
  readonly proxies?: readonly string[];
}

/** Starts a gateway over three fake subgraphs, hands it over, and stops everything, also when the test fails. */
export async function withPlatform(
  options: PlatformOptions,
  test: (platform: Platform) => Promise<void>,
): Promise<void> {
  const servers = {
    district: await serve(options.district ?? district()),
    dayu: await serve(options.dayu ?? street('DayuStreet', 'dayu')),
    chengzi: await serve(options.chengzi ?? street('ChengziStreet', 'chengzi')),
  };
  const limits = {
    timeoutMs: options.timeoutMs ?? 10_000,
    ...(options.maxResponseBytes && { maxResponseBytes: options.maxResponseBytes }),
  };
  const logger = createLogger('gateway', 'silent');
  const gateway = await startGateway({
    supergraphSdl: SUPERGRAPH,
    subgraphs: [
      { name: 'district', title: '门头沟区', url: servers.district.url, ...limits },
      {
        name: 'dayu',
        title: '大峪街道',
        url: options.dayuUrl ?? servers.dayu.url,
        street: 'DAYU',
        ...limits,
      },
      { name: 'chengzi', title: '城子街道', url: servers.chengzi.url, street: 'CHENGZI', ...limits },
    ],
    ...(options.operationTimeoutMs && { timeoutMs: options.operationTimeoutMs }),
    host: '127.0.0.1',
    port: 0,
    logger,
    introspection: options.introspection ?? true,
    browserPage: options.browserPage ?? true,
    ...(options.proxies && { proxies: options.proxies }),
    ...(options.preparationShare && { preparationShare: options.preparationShare }),
  });
  try {
    await test({ gateway, logger, servers, ask: (query, asking) => ask(gateway.address, query, asking) });
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.close()));
    await gateway.stop();
  }
}

async function ask(address: string, query: string, { variables, headers, signal }: AskOptions = {}) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  });
  const text = await response.text();
  return { ...(JSON.parse(text) as Answer), text, status: response.status };
}
