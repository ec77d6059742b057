import { zhEn, UUID } from '@mtg/subgraph-kit';
import { ArgsType, Field, Int } from 'type-graphql';
import { readPageArgs } from './page-args';

/** Requested part of a row's children. Lists have filters and cursors, children only an id as their place. */
@ArgsType()
export class ChildrenArgs {
  @Field(() => Int, {
    nullable: true,
    description: zhEn(
      '取前几项，按登记先后，默认50，最多500；取满时可能还有，用 after 续取',
      'Maximum number of rows to return, oldest first (default 50, at most 500). A full page may have more rows after it: continue with `after`',
    ),
  })
  first?: number | null;

  @Field(() => UUID, {
    nullable: true,
    description: zhEn(
      '在此标识之后：上次末项的 id',
      'Returns rows after this id, the id of the last row received',
    ),
  })
  after?: string | null;
}

/** Selection of the children of a row. */
export interface ChildrenPage {
  readonly size: number;
  readonly after: string | null;
}

/** @throws PublicError BAD_USER_INPUT naming the argument */
export function readChildrenArgs({ first, after }: ChildrenArgs): ChildrenPage {
  const { size } = readPageArgs({ first: first ?? null });
  return { size, after: after ?? null };
}

/** The property under which a read row has its children: a name in SQL, of which PostgreSQL reads 63 bytes. */
export const childrenKey = (name: string, { size, after }: ChildrenPage): string =>
  after === null ? `${name}|${size}` : `${name}|${size}|${packed(after)}`;

/** The 16 bytes of a UUID in 22 characters. */
const packed = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
