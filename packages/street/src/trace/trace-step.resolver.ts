import { readScope } from '@mtg/access';
import { zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { recordersById, type Recorder } from './recorders';
import { TraceStep } from './trace';

/** Readers of the audit can attribute every step to its author. */
@Resolver(() => TraceStep)
export class TraceStepResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: zhEn(
      '登记人(令牌中的人员标识)，只供审计；平台自动登记的为 system，装载的样例数据为空',
      'Token subject that recorded it. For auditors only, null for other roles. `system` for records of the platform itself. Null for loaded sample data',
    ),
  })
  async recordedBy(@Root() step: TraceStep, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await recorderOf(step, context))?.actor ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: zhEn(
      '登记人的角色，只供审计',
      'Role in which it was recorded. For auditors only, null for other roles',
    ),
  })
  async recordedAs(@Root() step: TraceStep, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await recorderOf(step, context))?.role ?? null;
  }
}

/** Of what was loaded the audit has only what was done with it later: that is not who recorded it. */
async function recorderOf({ id, at, sample }: TraceStep, context: SubgraphContext): Promise<Recorder | null> {
  const { actor, owner, loaders, database } = context;
  if (readScope(actor, 'AUDIT', owner).kind !== 'ALL') return null;
  const first = await loaders.get(recordersById, database).load(id);
  return sample && first?.at.getTime() !== at.getTime() ? null : first;
}
