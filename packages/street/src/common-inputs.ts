import { field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

/** For every command that changes a row somebody may have changed meanwhile. */
export const expectedVersion = field.optional(
  field.whole(
    zhEn(
      '期望的版本；与当前版本不同则返回 CONFLICT',
      'The version that you have seen; with another one now, the answer is CONFLICT',
    ),
    1,
    2_147_483_647,
  ),
);

export const reason = field.text(zhEn('理由', 'Why'));
