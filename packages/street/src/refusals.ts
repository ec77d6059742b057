import type { CommandTransaction } from '@mtg/commands';
import type { Bilingual } from '@mtg/governance';
import { PublicError } from '@mtg/subgraph-kit';

/**
 * What a client is told of a value that no rule speaks of and that still makes no sense.
 *
 * @param path of the input, without `input.`
 */
export const wrongInput = (path: string, { zh, en }: Bilingual): PublicError =>
  new PublicError('BAD_USER_INPUT', `input.${path}：${zh} · ${en}`, { field: `input.${path}` });

/** What a client is told that comes too early or too late for the row that it is about. */
export const untimely = (
  { context }: CommandTransaction,
  { version }: { readonly version: number },
  { zh, en }: Bilingual,
): PublicError =>
  new PublicError('CONFLICT', `${zh} · ${en}`, { currentVersion: version, street: context.owner });
