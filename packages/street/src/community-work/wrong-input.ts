import type { Bilingual } from '@mtg/governance';
import { PublicError } from '@mtg/subgraph-kit';

/** What a client is told of a value that no rule speaks of and that still makes no sense. */
export const wrongInput = (path: string, { zh, en }: Bilingual): PublicError =>
  new PublicError('BAD_USER_INPUT', `input.${path}：${zh} · ${en}`, { field: `input.${path}` });
