import { DateTime, zhEn, type Class, type SubgraphContext } from '@mtg/subgraph-kit';
import { Arg, Args, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver } from 'type-graphql';
import { checkInput } from '../input/check-input';
import { connectionType } from '../lists/connection';
import { PageArgs } from '../reading/page-args';
import { chainHead } from './append';
import { AuditEntry } from './audit-entry';
import { auditFilter, readAuditPage } from './read-audit';
import { MOST_HASHES, readHashes } from './read-hashes';
import { AuditWitnessState, witnessedChains } from './witness-state';

/** Where a chain ends. Open to everybody: the more witnesses note it, the harder it is to rewrite what came before. */
@Directive('@shareable')
@ObjectType({
  description: zhEn(
    '审计链末端',
    'End of an audit chain. A noted end proves later that no entry before it was removed',
  ),
})
class AuditHead {
  @Field(() => String, {
    description: zhEn('最后一条的序号，0为空链', 'Number of the last entry. 0 for an empty chain'),
  })
  sequence: string;

  @Field(() => String, { description: zhEn('最后一条的哈希', 'Hash of the last entry') })
  hash: string;

  @Field(() => DateTime, { description: zhEn('查询时刻', 'Time of reading') })
  readAt: Date;
}

/** An entry without what it says. */
@Directive('@shareable')
@ObjectType({ description: zhEn('审计记录的哈希', 'Hash of an audit entry') })
class AuditHash {
  @Field(() => String, { description: zhEn('序号', 'Number in the chain') })
  sequence: string;

  @Field(() => String, { description: zhEn('哈希', 'Hash of the entry') })
  hash: string;
}

/** Finding on another subgraph's chain. */
@Directive('@shareable')
@ObjectType({
  description: zhEn(
    '由本处核对的另一条审计链',
    'Audit chain of another subgraph that this one compares with its earlier readings',
  ),
})
class AuditWitness {
  @Field(() => String, { description: zhEn('街道代码，或 DISTRICT', 'Code of the street, or DISTRICT') })
  chain: string;

  @Field(() => String, {
    nullable: true,
    description: zhEn(
      '最近一次读到的末条序号；尚未应答为空',
      'Number of the last entry read. Null before the first reading',
    ),
  })
  lastSequence: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('最近一次核对的时刻', 'Time of the last comparison. Null before the first one'),
  })
  checkedAt: Date | null;

  @Field(() => AuditWitnessState, { description: zhEn('是否相符', 'Result of the comparison') })
  state: AuditWitnessState;
}

const AuditConnection = connectionType<AuditEntry>(
  AuditEntry,
  'AuditEntry',
  zhEn('审计记录', 'Entry of the audit trail'),
);

/** Makes the resolver that puts the audit chain onto a type of the schema. */
export function auditFields(type: Class): Class {
  @Resolver(() => type)
  class AuditFields {
    @FieldResolver(() => AuditConnection, {
      nullable: true,
      description: zhEn('审计记录，按序号', 'Entries of the audit trail, by number. For auditors'),
    })
    async auditEntries(
      @Args(() => PageArgs) page: PageArgs,
      @Arg('filter', () => auditFilter.class, { nullable: true, description: zhEn('筛选', 'Filter') })
      filter: unknown,
      @Ctx() context: SubgraphContext,
    ): Promise<object> {
      const values = filter ? checkInput(auditFilter.check, filter, 'filter') : undefined;
      return new AuditConnection(await readAuditPage(context, page, values));
    }

    @FieldResolver(() => AuditHead, {
      nullable: true,
      description: zhEn('审计链末端', 'End of the audit chain'),
    })
    async auditHead(@Ctx() { database, owner, clock }: SubgraphContext): Promise<AuditHead> {
      return { ...(await chainHead(database.manager, owner)), readAt: clock.now() };
    }

    @FieldResolver(() => [AuditHash], {
      nullable: true,
      description: zhEn(
        `所列序号的哈希，没有的不在其中；至多 ${MOST_HASHES} 个`,
        `Hashes of the entries with these numbers, at most ${MOST_HASHES}. Missing entries are left out`,
      ),
    })
    async auditHashes(
      @Arg('sequences', () => [String], { description: zhEn('序号', 'Numbers in the chain') })
      sequences: string[],
      @Ctx() { database }: SubgraphContext,
    ): Promise<AuditHash[]> {
      return readHashes(database, sequences);
    }

    @FieldResolver(() => [AuditWitness], {
      nullable: true,
      description: zhEn(
        '由本处核对的其他审计链，及其是否与先前读到的相符',
        'Audit chains of other subgraphs that this one watches, with the result of the last comparison. Empty before the first comparison',
      ),
    })
    auditWitness(@Ctx() { database }: SubgraphContext): AuditWitness[] {
      return [...witnessedChains(database).values()];
    }
  }
  return AuditFields;
}
