import { DateTime, zhEn, type Class, type SubgraphContext } from '@mtg/subgraph-kit';
import { Arg, Args, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver } from 'type-graphql';
import { checkInput } from '../input/check-input';
import { connectionType } from '../lists/connection';
import { PageArgs } from '../lists/page-args';
import { chainHead } from './append';
import { AuditEntry } from './audit-entry';
import { auditFilter, readAuditPage } from './read-audit';
import { MOST_HASHES, readHashes } from './read-hashes';
import { AuditWitnessState, witnessedChains } from './witness-state';

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

/** An entry without what it says. */
@Directive('@shareable')
@ObjectType({ description: zhEn('审计记录的哈希', 'Hash of an audit entry') })
class AuditHash {
  @Field(() => String, { description: zhEn('序号', 'Number in the chain') })
  sequence: string;

  @Field(() => String, { description: zhEn('哈希', 'Its hash') })
  hash: string;
}

/** What was found of another's chain. */
@Directive('@shareable')
@ObjectType({
  description: zhEn(
    '所见证的审计链',
    'An audit chain that this subgraph compares with what it saw of it before',
  ),
})
class AuditWitness {
  @Field(() => String, { description: zhEn('街道代码，或 DISTRICT', 'Code of the street, or DISTRICT') })
  chain: string;

  @Field(() => String, {
    nullable: true,
    description: zhEn(
      '最近一次所见的末条序号；尚未应答为空',
      'Number of the last entry seen; null before the chain has answered',
    ),
  })
  lastSequence: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('最近一次核对的时刻', 'When it was last compared; null before the chain has answered'),
  })
  checkedAt: Date | null;

  @Field(() => AuditWitnessState, { description: zhEn('是否相符', 'How it compares') })
  state: AuditWitnessState;
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
      @Arg('filter', () => auditFilter.class, { nullable: true, description: zhEn('筛选', 'Filter') })
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

    @FieldResolver(() => [AuditHash], {
      nullable: true,
      description: zhEn(
        `所列序号的哈希，没有的不在其中；至多 ${MOST_HASHES} 个`,
        `Hashes of the entries with these numbers, without those that there are not; at most ${MOST_HASHES}`,
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
        '本子图所见证的审计链，及其是否与先前所见相符',
        'Audit chains that this subgraph witnesses, and whether they are still what it saw; empty before the first round',
      ),
    })
    auditWitness(@Ctx() { database }: SubgraphContext): AuditWitness[] {
      return [...witnessedChains(database).values()];
    }
  }
  return AuditFields;
}
