import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../support/platform';
import { tokenOf } from '../support/tokens';
import type { Barrier } from './barrier';
import { STEPS, type Chain } from './chain';
import type { MortalStreet } from './mortal-street';

/** The clients' requests and answers so far. */
export interface Tally {
  acknowledged: number;
  retries: number;
  /** Commands that are given and not answered now. */
  inFlight: number;
}

interface Written {
  readonly id: string;
  readonly updatedAt: string;
}

/** A street starts again in one to two seconds of CPU, which retries must leave to it. */
const RETRY_MS = 250;

/** Errors after which the same command is given again. */
const PASSING: ReadonlySet<unknown> = new Set(['SUBGRAPH_UNAVAILABLE', 'OVERLOADED', 'IDENTITY_UNAVAILABLE']);

/** A client that takes one delegation after the other down its way, whatever dies meanwhile, until it is told to end. */
export class Client {
  readonly chains: Chain[] = [];

  /**
   * @param urls the street's doors: where a command is given first, and where it is tried again in turn
   * @param barrier before each command, but not before it is tried again: until it is answered, it is under way
   */
  constructor(
    private readonly street: MortalStreet,
    private readonly urls: readonly [string, string],
    private readonly tally: Tally,
    private readonly barrier: Barrier,
  ) {}

  async run(end: AbortSignal): Promise<void> {
    while (!end.aborted) {
      const chain: Chain = {
        number: randomUUID(),
        ids: {},
        acknowledged: [],
        updatedAt: new Date().toISOString(),
      };
      this.chains.push(chain);
      for (const step of STEPS) {
        await this.barrier.pass();
        const rows = await this.#insist(step, chain);
        const name = step.name ?? step.what;
        for (const [index, { id, updatedAt }] of rows.entries()) {
          if (rows.length > 1) chain.ids[`${name}.${index}`] = id;
          if (index === 0) chain.ids[name] = id;
          chain.updatedAt = updatedAt;
        }
        chain.acknowledged.push(step.command);
        this.tally.acknowledged += 1;
        await sleep(2);
      }
    }
  }

  /** Gives a command until it is answered, always with the same key and the same input. */
  async #insist(
    { command, as, what, input }: (typeof STEPS)[number],
    chain: Chain,
  ): Promise<readonly Written[]> {
    const headers = { authorization: `Bearer ${await tokenOf(as)}`, 'idempotency-key': randomUUID() };
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { dayu { ${command}(input: $input) { ${what} { id updatedAt } } } }`;
    const variables = { input: input(chain) };
    for (let attempt = 0; ; attempt += 1) {
      this.tally.inFlight += 1;
      const answer = await ask(this.urls[attempt % 2 === 0 ? 0 : 1], query, variables, headers)
        .catch(() => undefined)
        .finally(() => (this.tally.inFlight -= 1));
      const data = answer?.data as Record<
        string,
        Record<string, Record<string, Written | Written[]> | null>
      > | null;
      const written = data?.['dayu']?.[command]?.[what];
      if (written) return [written].flat();
      if (answer && !PASSING.has(answer.errors?.[0]?.extensions?.['code'])) {
        throw new Error(`${command}: ${JSON.stringify(answer)}\n${this.street.output()}`);
      }
      this.tally.retries += 1;
      await sleep(RETRY_MS);
    }
  }
}
