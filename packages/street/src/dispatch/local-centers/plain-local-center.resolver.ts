import { rowsById } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CommitteeDecision } from '../../deliberation/decisions/committee-decision';
import type { StreetContext } from '../../foundation/street-context';
import { PlainLocalCenter } from '../../organization/plain-local-center';

const decisionById = rowsById(CommitteeDecision);

/** Leads from a local center to the decisions on it. */
@Resolver(() => PlainLocalCenter)
export class PlainLocalCenterResolver {
  @FieldResolver(() => CommitteeDecision, {
    nullable: true,
    description: zhEn('设立它的决策', 'Decision by which it was added'),
  })
  async decision(@Root() { decisionId }: PlainLocalCenter, @Ctx() context: StreetContext) {
    return context.loaders.get(decisionById, context).load(decisionId);
  }

  @FieldResolver(() => CommitteeDecision, {
    nullable: true,
    description: zhEn('撤销它的决策，未撤销为空', 'Decision by which it was closed. Null until then'),
  })
  async closingDecision(@Root() { closingDecisionId }: PlainLocalCenter, @Ctx() context: StreetContext) {
    return closingDecisionId === null
      ? null
      : context.loaders.get(decisionById, context).load(closingDecisionId);
  }
}
