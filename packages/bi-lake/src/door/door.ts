import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import { LakeProblem, type LakeProblemKind } from '../lake-problem';

/** The platform that a lake is read from. */
export interface Platform {
  /** Address of the gateway. */
  readonly url: string;
  /** `NAME.KEY`, or a token. */
  readonly key: string;
  /** Refuses to read a street whose rows are not current. */
  readonly strict: boolean;
}

const LIST = z.object({
  datasets: z.array(
    z.object({ name: z.string(), columns: z.array(z.object({ name: z.string(), type: z.string() })) }),
  ),
});

/** A dataset as the platform lists it. */
export type ListedDataset = z.infer<typeof LIST>['datasets'][number];

/** An answer that is read as it comes. */
export interface Streamed {
  readonly body: Readable;
  /** Up to where the answer has all changes. */
  readonly position: string;
  /** Streets whose rows are not current. */
  readonly stale: readonly string[];
}

const ATTEMPTS = 5;
const WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 60;

/** The door of the exports, as any client uses it: a key is the one secret that this takes. */
export class Door {
  constructor(private readonly platform: Platform) {}

  /** The datasets that the key may read. Asked once: an address that is wrong is told at once. */
  async list(): Promise<readonly ListedDataset[]> {
    const answer = await this.#ask('/bi/datasets.json', {}, 1);
    return LIST.parse(await answer.json()).datasets;
  }

  /** A file of a dataset. */
  async read(file: string, parameters: Readonly<Record<string, string>>): Promise<Streamed> {
    const { strict } = this.platform;
    const answer = await this.#ask(`/bi/${file}`, { ...parameters, ...(strict && { strict: 'true' }) });
    return {
      // The body of fetch is a stream of the web; Node's types have two names for it.
      body: Readable.fromWeb(answer.body as ReadableStream),
      position: answer.headers.get('bi-position') ?? '',
      stale: (answer.headers.get('bi-stale') ?? '').split(', ').filter((street) => street !== ''),
    };
  }

  /** Asks, again where the platform is busy or cannot be reached. */
  async #ask(
    path: string,
    parameters: Readonly<Record<string, string>>,
    attempts = ATTEMPTS,
  ): Promise<Response> {
    const { url, key } = this.platform;
    const address = `${url}${path}?${new URLSearchParams(parameters).toString()}`;
    for (let attempt = 1; ; attempt += 1) {
      let answer: Response | undefined;
      try {
        answer = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
      } catch (error) {
        if (attempt >= attempts) throw unreachable(url, error);
      }
      if (answer?.ok) return answer;
      if (answer) await requirePassing(answer, attempt < attempts);
      const wait = Number(answer?.headers.get('retry-after') ?? WAIT_SECONDS);
      await sleep(Math.min(LONGEST_WAIT_SECONDS, wait) * 1000);
    }
  }
}

const REFUSAL = z.object({
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z
          .object({
            code: z.string().optional(),
            field: z.string().optional(),
            streets: z.array(z.string()).optional(),
          })
          .optional(),
      }),
    )
    .min(1),
});

const KINDS: ReadonlyMap<number, LakeProblemKind> = new Map([
  [401, 'KEY'],
  [403, 'KEY'],
  [409, 'OTHER_BEGINNING'],
]);

/** @throws LakeProblem for a refusal that stays if it is asked again */
async function requirePassing(answer: Response, isAskedAgain: boolean): Promise<void> {
  const text = await answer.text();
  const refused = REFUSAL.safeParse(parsed(text)).data?.errors[0];
  const message = refused?.message ?? `HTTP ${answer.status}`;
  if (refused?.extensions?.streets) throw new LakeProblem('STALE', '未写入', message);
  if (answer.status === 400 && refused?.extensions?.field === 'since') {
    throw new LakeProblem(
      'KEY',
      '密钥看不到湖中已有的街道：请用写入此湖的密钥（或范围相同的），或另选 --to',
      'The key does not read all streets that the lake has. Use the key that wrote it, or one that reads as much, or choose another --to',
    );
  }
  const mayPass = answer.status === 429 || answer.status >= 502;
  if (mayPass && (isAskedAgain || answer.status === 429)) return;
  throw new LakeProblem(KINDS.get(answer.status) ?? 'PLATFORM', `平台拒绝（${answer.status}）`, message);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreachable(url: string, error: unknown): LakeProblem {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return new LakeProblem(
    'PLATFORM',
    `无法连接平台 ${url}（${cause}），请核对 --url，并确认网关和 insight 在运行`,
    `The platform at ${url} cannot be reached (${cause}). Check --url, and that the gateway and insight are running`,
    { cause: error },
  );
}
