import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '@mtg/access';
import { amountOf, localDay } from '@mtg/governance';
import { peopleOf } from '../../support/actors';
import { ask } from '../../support/platform';
import { tokenOf } from '../../support/tokens';
import type { MortalBooks, Side } from './mortal-books';

const { government, office, finance, dispatcher } = peopleOf('DAYU');

/** Errors after which the same command is given again. */
const PASSING: ReadonlySet<unknown> = new Set([
  'SUBGRAPH_UNAVAILABLE',
  'OVERLOADED',
  'IDENTITY_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
  'RATE_LIMITED',
]);
/** Answers of the rules and of the books, which are final. */
const REFUSED: ReadonlySet<unknown> = new Set(['RULE_VIOLATION', 'CONFLICT', 'BAD_USER_INPUT', 'NOT_FOUND']);
const RETRY_MS = 100;
/** A program that does not come back within a minute is at fault. */
const MOST_ATTEMPTS = 600;

interface Operation {
  readonly side: Side;
  readonly command: string;
  readonly as: Actor;
  readonly row: string;
  readonly input: object;
}

/** Officials of both sides who offer, answer, spend, reverse and recall at random, whatever dies meanwhile. */
export class Treasury {
  /** Ids of what was answered with success, by the row that it wrote. */
  readonly written: Record<string, Set<string>> = {};
  operations = 0;
  refused = 0;
  retries = 0;
  inFlight = 0;
  readonly #receiptOf = new Map<string, string>();
  #lines: readonly string[] = [];
  #projectId = '';

  constructor(private readonly books: MortalBooks) {}

  async open(): Promise<void> {
    const budget = await this.#insist({
      side: 'district',
      command: 'recordBudget',
      as: government,
      row: 'lines',
      input: {
        year: 2026,
        documentNumber: randomUUID(),
        documentTitle: '关于年度社会建设项目资金预算的批复',
        approvedOn: '2026-01-08',
        lines: [1, 2, 3].map((each) => ({
          name: `项目${each}`,
          kind: '社会建设专项资金',
          amount: '2000000.00',
        })),
      },
    });
    this.#lines = budget ?? [];
    const charter = {
      title: '社区建设',
      goals: '建设',
      departmentCodes: ['JUSTICE'],
      communityCodes: ['110109001001'],
      deadline: '2090-12-31',
    };
    const [projectId] =
      (await this.#insist({
        side: 'dayu',
        command: 'charterProject',
        as: dispatcher,
        row: 'project',
        input: charter,
      })) ?? [];
    this.#projectId = projectId ?? '';
  }

  /** Gives operations until this many were given in all. */
  async work(until: number): Promise<void> {
    while (this.operations < until) {
      this.operations += 1;
      const operation = this.#any();
      const ids = await this.#insist(operation);
      const id = ids?.[0];
      if (id === undefined) {
        this.refused += 1;
        continue;
      }
      const known = (this.written[operation.row] ??= new Set());
      known.add(id);
      const { transferId } = operation.input as { transferId?: string };
      if (transferId !== undefined) this.#receiptOf.set(transferId, id);
    }
  }

  #any(): Operation {
    const chance = Math.random();
    const transfer = one(this.written['fundTransfer']);
    const receipt = one(new Set(this.#receiptOf.values()));
    const recall = one(this.written['fundRecall']);
    const expenditure = one(this.written['expenditure']);
    const reason = '核对';
    if (transfer === undefined || chance < 0.2) {
      const input = { budgetLineId: one(new Set(this.#lines)), streetCode: 'DAYU', voucher: randomUUID() };
      return ofDistrict('offerTransfer', 'fundTransfer', { ...input, amount: anyAmount(1_000_000) });
    }
    if (chance < 0.4) return ofStreet('acknowledgeTransfer', 'fundReceipt', { transferId: transfer });
    if (chance < 0.43) return ofStreet('declineTransfer', 'fundReceipt', { transferId: transfer, reason });
    if (chance < 0.5) {
      return ofDistrict('requestRecall', 'fundRecall', {
        fundTransferId: transfer,
        amount: anyAmount(300_000),
        reason,
      });
    }
    if (recall !== undefined && chance < 0.58) {
      return chance < 0.56
        ? ofStreet('agreeToRecall', 'fundRecallAnswer', { recallId: recall })
        : ofStreet('refuseRecall', 'fundRecallAnswer', { recallId: recall, reason });
    }
    if (expenditure !== undefined && chance < 0.64) {
      return ofStreet('reverseExpenditure', 'expenditure', { expenditureId: expenditure, reason });
    }
    if (receipt === undefined)
      return ofStreet('acknowledgeTransfer', 'fundReceipt', { transferId: transfer });
    return ofStreet('recordExpenditure', 'expenditure', {
      fundReceiptId: receipt,
      voucher: randomUUID(),
      amount: anyAmount(700_000),
      paidOn: localDay(new Date()),
      purpose: '公共设施维修',
      projectId: this.#projectId,
    });
  }

  /** Gives a command until it is answered, always with the same key. @returns ids of the rows; undefined if refused */
  async #insist({
    side,
    command,
    as,
    row,
    input,
  }: Operation): Promise<readonly [string, ...string[]] | undefined> {
    const headers = { authorization: `Bearer ${await tokenOf(as)}`, 'idempotency-key': randomUUID() };
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${side} { ${command}(input: $input) { ${row} { id } } } }`;
    for (let attempt = 1; ; attempt += 1) {
      this.inFlight += 1;
      const answer = await ask(this.books.urls[side], query, { input }, headers)
        .catch(() => undefined)
        .finally(() => (this.inFlight -= 1));
      const data = answer?.data as Record<string, Record<string, Record<string, unknown> | null>> | null;
      const found = data?.[side]?.[command]?.[row];
      if (found !== undefined && found !== null) {
        const [first, ...others] = ([found].flat() as { id: string }[]).map(({ id }) => id);
        if (first !== undefined) return [first, ...others];
      }
      const code = answer?.errors?.[0]?.extensions?.['code'];
      if (REFUSED.has(code)) return undefined;
      if ((answer && !PASSING.has(code)) || attempt > MOST_ATTEMPTS) {
        throw new Error(`${command}: ${JSON.stringify(answer)}\n${this.books.output()}`);
      }
      this.retries += 1;
      await sleep(RETRY_MS);
    }
  }
}

const ofDistrict = (command: string, row: string, input: object): Operation => ({
  side: 'district',
  command,
  as: office,
  row,
  input,
});

const ofStreet = (command: string, row: string, input: object): Operation => ({
  side: 'dayu',
  command,
  as: finance,
  row,
  input,
});

/** Any of these; those written last more often, since they are the ones that are still open. */
function one(ids: ReadonlySet<string> | undefined): string | undefined {
  const all = [...(ids ?? [])];
  const recent = Math.random() < 0.7 ? all.slice(-20) : all;
  return recent[Math.floor(Math.random() * recent.length)];
}

const anyAmount = (mostFen: number): string => amountOf(BigInt(1 + Math.floor(Math.random() * mostFen)));
