import { refuse } from '@mtg/service-kit';
import { zhEn } from '@mtg/subgraph-kit';
import { ArgsType, Field, Int } from 'type-graphql';

const DEFAULT_SIZE = 50;
const LARGEST = 500;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: zhEn(
      '从头取几项，默认50，最多500',
      'Maximum number of rows to return, from the start (default 50, at most 500)',
    ),
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: zhEn('在此游标之后', 'Returns rows after this cursor'),
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: zhEn('从尾取几项，最多500', 'Maximum number of rows to return, from the end (at most 500)'),
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: zhEn('在此游标之前', 'Returns rows before this cursor'),
  })
  before?: string | null;
}

/** A valid request for a page. */
export interface PageRequest {
  readonly size: number;
  readonly backwards: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

/** @throws PublicError BAD_USER_INPUT naming the argument */
export function readPageArgs({ first, after, last, before }: PageArgs): PageRequest {
  if (typeof first === 'number' && typeof last === 'number') {
    throw refuse.badArgument('last', {
      zh: '不能与 first 同时给出。请只给一个',
      en: 'cannot be combined with `first`. Give only one of them',
    });
  }
  for (const [name, size] of [
    ['first', first],
    ['last', last],
  ] as const) {
    if (typeof size === 'number' && (size < 0 || size > LARGEST)) {
      throw refuse.badArgument(name, { zh: `须在 0 到 ${LARGEST} 之间`, en: `must be from 0 to ${LARGEST}` });
    }
  }
  return {
    size: first ?? last ?? DEFAULT_SIZE,
    backwards: typeof last === 'number',
    after: after ?? null,
    before: before ?? null,
  };
}
