import type { PeriodicTask, TaskContext } from '@mtg/subgraph-kit';
import { ExpectedEntries, noteAnchor } from './expected-entries';
import { askChain, type ForeignChain } from './foreign-chain';
import { isContradicted, witnessedChains, type AuditWitnessState } from './witness-state';

/** More than a subgraph can write between two rounds, or in a day without a round. */
const FURTHEST_JUMP = 10_000_000n;

/** Messages for a chain that contradicts earlier readings. */
const SAID = {
  CUT_OFF:
    '审计链变短，可能被截断；请运行 mtg audit verify · an audit chain has become shorter and may have been truncated. Run mtg audit verify',
  REWRITTEN:
    '审计链同一条与先前所见不符，可能被改写或由旧备份恢复；请运行 mtg audit verify · an entry of an audit chain differs from an earlier reading: it may have been rewritten or restored from an old backup. Run mtg audit verify',
} as const;

/**
 * Compares others' audit chains with what was seen of them, and notes where they end: the district does so with those of
 * the streets, each street with that of the district. A subgraph that does not answer is asked again in the next round.
 *
 * @param urls GraphQL URLs by the chain's code, e.g. `DAYU` or `DISTRICT`
 */
export function witnessTask(urls: ReadonlyMap<string, string>, everySeconds: number): PeriodicTask {
  const failures = new Map<string, number>();
  const expected = new ExpectedEntries();
  const round = async (chain: string, url: string, context: TaskContext): Promise<void> => {
    try {
      const entries = await expected.of(context.database, chain);
      const found = await askChain(chain, url, [...entries.keys()]);
      failures.delete(chain);
      await witness(chain, found, entries, expected, context);
    } catch (error) {
      const inARow = (failures.get(chain) ?? 0) + 1;
      failures.set(chain, inARow);
      // Once is nothing: whatever is started together starts in some order. And once said is enough.
      if (inARow !== 2) return;
      context.logger.warn(
        { err: error, chain },
        '无法得知审计链末端 · the end of an audit chain cannot be read',
      );
      remember(chain, undefined, 'UNREACHABLE', context);
    }
  };
  return {
    name: 'witness-audit-heads',
    everySeconds,
    run: (context) => Promise.all([...urls].map(([chain, url]) => round(chain, url, context))),
  };
}

async function witness(
  chain: string,
  found: ForeignChain,
  entries: ReadonlyMap<string, string>,
  expected: ExpectedEntries,
  context: TaskContext,
): Promise<void> {
  const { database, clock, logger } = context;
  const { head } = found;
  const furthest = [...entries.keys()].reduce(
    (most, each) => (BigInt(each) > most ? BigInt(each) : most),
    0n,
  );
  if (BigInt(head.sequence) > furthest + FURTHEST_JUMP) {
    // Noted, a number that was never reached would have the chain pass for cut off for ever.
    logger.error(
      { chain, sequence: head.sequence, furthest: String(furthest) },
      '审计链末端不可信，未予见证 · the end of an audit chain is implausible and was not witnessed',
    );
    return;
  }
  for (const [sequence, hash] of entries) {
    const now = found.hashes.get(sequence);
    if (now === undefined || now === hash) continue;
    expected.dispute(chain, { sequence, hash });
    // oxlint-disable-next-line no-await-in-loop -- there is one, as a rule
    await noteAnchor(database, chain, { sequence, hash: now }, clock.now());
  }
  if (head.sequence !== '0') await noteAnchor(database, chain, head, clock.now());
  remember(chain, head.sequence, compare(found, entries), context);
}

/** A chain only grows, and an entry stays what it was. */
function compare({ head, hashes }: ForeignChain, entries: ReadonlyMap<string, string>): AuditWitnessState {
  const all = [...entries];
  const reached = all.filter(([sequence]) => BigInt(sequence) <= BigInt(head.sequence));
  if (reached.some(([sequence, hash]) => hashes.get(sequence) !== hash)) return 'REWRITTEN';
  return reached.length < all.length ? 'CUT_OFF' : 'CONSISTENT';
}

/** Keeps what was found, and says so when it is not what it was in the last round. */
function remember(
  chain: string,
  lastSequence: string | undefined,
  state: AuditWitnessState,
  { database, clock, logger }: TaskContext,
): void {
  const chains = witnessedChains(database);
  const before = chains.get(chain);
  if (lastSequence === undefined) {
    // What contradicts itself does not stop doing so by not answering.
    const kept = isContradicted(before?.state) ? before?.state : undefined;
    chains.set(chain, { chain, lastSequence: null, checkedAt: null, ...before, state: kept ?? state });
    return;
  }
  chains.set(chain, { chain, lastSequence, checkedAt: clock.now(), state });
  if (before?.state === state) return;
  if (state === 'CUT_OFF' || state === 'REWRITTEN') {
    logger.error({ chain, sequence: lastSequence, seen: before?.lastSequence }, SAID[state]);
  } else if (isContradicted(before?.state)) {
    logger.warn(
      { chain, sequence: lastSequence },
      '审计链又与先前所见相符 · an audit chain agrees with earlier readings again',
    );
  }
}
