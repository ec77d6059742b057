import { DateTime, zhEn, type Class, type SubgraphContext } from '@mtg/subgraph-kit';
import { Arg, Args, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver } from 'type-graphql';
import { checkInput } from '../input/check-input';
import { connectionType } from '../reading/connection';
import { PageArgs } from '../reading/page-args';
import { chainHead } from './append';
import { AuditEntry } from './audit-entry';
import { auditFilter, readAuditPage } from './read-audit';

/** Where a chain ends. Open to everybody: the more witnesses note it, the harder it is to rewrite what came before. */
@Directive('@shareable')
@ObjectType({
  description: zhEn('审计链末端', 'Where an audit chain ends; note it, and it cannot be cut off unseen'),
})
class AuditHead {
  @Field(() => String, {
    description: zhEn('最后一条的序号，0为空链', 'Number of the last entry; 0 when there is none'),
  })
  sequence: string;

  @Field(() => String, { description: zhEn('最后一条的哈希', 'Hash of the last entry') })
  hash: string;

  @Field(() => DateTime, { description: zhEn('查询时刻', 'When this was read') })
  readAt: Date;
}

const AuditConnection = connectionType<AuditEntry>(
  AuditEntry,
  'AuditEntry',
  zhEn('审计记录', 'Commands, carried out or refused'),
);

/** Makes the resolver that puts the audit chain onto a type of the schema. */
export function auditFields(type: Class): Class {
  @Resolver(() => type)
  class AuditFields {
    @FieldResolver(() => AuditConnection, {
      nullable: true,
      description: zhEn('审计记录，按序号', 'Commands, carried out or refused, in order; for auditors'),
    })
    async auditEntries(
      @Args(() => PageArgs) page: PageArgs,
      @Arg('filter', () => auditFilter.class, { nullable: true, description: zhEn('筛选', 'Which of them') })
      filter: unknown,
      @Ctx() context: SubgraphContext,
    ): Promise<object> {
      const values = filter ? checkInput(auditFilter.check, filter, 'filter') : undefined;
      return new AuditConnection(await readAuditPage(context, page, values));
    }

    @FieldResolver(() => AuditHead, {
      nullable: true,
      description: zhEn('审计链末端', 'Where the audit chain ends'),
    })
    async auditHead(@Ctx() { database, owner, clock }: SubgraphContext): Promise<AuditHead> {
      return { ...(await chainHead(database.manager, owner)), readAt: clock.now() };
    }
  }
  return AuditFields;
}
