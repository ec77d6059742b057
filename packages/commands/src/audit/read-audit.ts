import { refuse } from '@mtg/service-kit';
import { zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import type { SelectQueryBuilder } from 'typeorm';
import type { InputOf } from '../input/field';
import { choice, instant, optional, plainLine, uuid } from '../input/fields';
import { inputType } from '../input/input-type';
import type { Page } from '../lists/connection';
import { readPageArgs, type PageArgs } from '../reading/page-args';
import { restrictionOf } from '../reading/restriction';
import { Statement } from '../reading/statement';
import { AuditEntry } from './audit-entry';
import { AuditOutcome } from './outcome';

const FILTER = {
  command: optional(plainLine(zhEn('操作', 'Name of the command'))),
  actor: optional(plainLine(zhEn('操作人', 'Subject of the token'))),
  outcome: optional(choice(AuditOutcome, zhEn('结果', 'Outcome'))),
  target: optional(uuid(zhEn('写入对象的标识', 'Id of a written object'))),
  since: optional(instant(zhEn('此时或此后', 'At or after this time'))),
};

export const auditFilter = inputType(
  'AuditEntryFilter',
  zhEn('审计记录筛选', 'Filter of audit entries'),
  FILTER,
);

/** One page of the chain, by number. @throws PublicError UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT */
export async function readAuditPage(
  context: SubgraphContext,
  args: PageArgs,
  filter: InputOf<typeof FILTER> | undefined,
): Promise<Page<AuditEntry>> {
  const { size, backwards, after, before } = readPageArgs(args);
  // No role reads a part of the chain.
  const restriction = restrictionOf(context, { group: 'AUDIT', scope: () => undefined });
  const list = (): SelectQueryBuilder<AuditEntry> => {
    const query = context.database.getRepository(AuditEntry).createQueryBuilder('item');
    query.where(restriction(new Statement(context.clock), 'item') ?? 'true');
    if (filter) applyFilter(query, filter);
    return query;
  };
  const page = list();
  if (after !== null) page.andWhere('item.sequence > :after', { after: sequenceOf(after, 'after') });
  if (before !== null) page.andWhere('item.sequence < :before', { before: sequenceOf(before, 'before') });
  const found = await page
    .orderBy('item.sequence', backwards ? 'DESC' : 'ASC')
    .limit(size + 1)
    .getMany();
  const rows = found.slice(0, size);
  const more = found.length > size;
  if (backwards) rows.reverse();
  return {
    rows,
    cursorOf: ({ sequence }) => Buffer.from(sequence).toString('base64url'),
    hasNextPage: backwards ? before !== null : more,
    hasPreviousPage: backwards ? more : after !== null,
    count: () => list().getCount(),
  };
}

function applyFilter(query: SelectQueryBuilder<AuditEntry>, filter: InputOf<typeof FILTER>): void {
  const { command, actor, outcome, target, since } = filter;
  if (command !== null) query.andWhere(`:command = ANY (string_to_array(item.command, ' '))`, { command });
  if (actor !== null) query.andWhere('item.actor = :actor', { actor });
  if (outcome !== null) query.andWhere('item.outcome = :outcome', { outcome });
  if (target !== null) query.andWhere('item.targets @> ARRAY[:target]::uuid[]', { target });
  if (since !== null) query.andWhere('item.at >= :since', { since });
}

function sequenceOf(cursor: string, argument: string): string {
  const sequence = Buffer.from(cursor, 'base64url').toString('utf8');
  if (/^\d{1,18}$/.test(sequence)) return sequence;
  throw refuse.badArgument(argument, {
    zh: '不是此列表返回的游标。请使用此列表返回的游标',
    en: 'is not a cursor of this list. Use a cursor that this list has returned',
  });
}
