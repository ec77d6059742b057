import type { Actor } from '@mtg/access';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import { underCommandLock } from '../locking/command-lock';
import type { Table } from '../tables/table';
import { chainHead, entriesBehind, type NewEntry } from './append';
import { digestOfInput } from './canonical';
import { scopeOf } from './scope';

type Reader = Pick<SubgraphContext, 'database' | 'requestId' | 'clock' | 'owner'> & {
  readonly actor: Actor;
};

/**
 * Appends the entry of a reading: who read which rows of a table, and when.
 *
 * @throws the error that prevented it, such as one that `isOverloaded` recognizes
 */
export const recordReading = (
  { database, requestId, clock, owner, actor }: Reader,
  table: Pick<Table, 'many'>,
  ids: readonly string[],
): Promise<void> =>
  underCommandLock(
    database,
    async ({ manager }) => {
      const targets = ids.toSorted();
      const command = readingOf(table);
      const entry: NewEntry = {
        at: clock.now(),
        actor: actor.subject,
        role: actor.role,
        scope: scopeOf(actor),
        command,
        inputDigest: digestOfInput({ ids: targets }),
        outcome: 'READ',
        code: null,
        rule: null,
        targets,
        requestId,
        times: 1,
      };
      return { value: undefined, writes: [entriesBehind(await chainHead(manager, owner), [entry])] };
    },
    { subject: actor.subject },
  );

/** Name of the reading, where the audit has the name of a command: `readSentimentLogs`. */
const readingOf = ({ many }: Pick<Table, 'many'>): string =>
  `read${many.charAt(0).toUpperCase()}${many.slice(1)}`;
