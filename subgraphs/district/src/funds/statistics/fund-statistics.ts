import { Decimal, zhEn } from '@mtg/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Street } from '../../streets/street';
import type { StreetFields } from '@mtg/subgraph-kit';

/** Budgets of a year by kind. */
@ObjectType({ description: zhEn('预算统计', 'Budgets, by year and kind') })
export class BudgetStatistics {
  @Field(() => Int, { description: zhEn('年度', 'Year') })
  year: number;

  @Field(() => ID, { description: zhEn('资金类别', 'Kind of funds, as the budget names it') })
  kind: string;

  @Field(() => Decimal, { description: zhEn('预算，冲销已扣除', 'Budgeted, less reversals') })
  budgeted: string;

  @Field(() => Decimal, {
    description: zhEn('已拨出，不含已收回的', 'Committed to streets, without what came back'),
  })
  committed: string;

  @Field(() => Decimal, { description: zhEn('尚可拨', 'Left to be transferred') })
  left: string;
}

/** Transfers to a street by year and kind, in the district's books. */
@ObjectType({ description: zhEn('转拨统计', 'Transfers, by street, year and kind') })
export class TransferStatistics {
  @Field(() => ID, { description: zhEn('街道代码', 'Code of the street') })
  streetCode: string;

  @Field(() => Street, { nullable: true, description: zhEn('街道', 'Street') })
  street: StreetFields | null;

  @Field(() => Int, { description: zhEn('年度', 'Year of the budget') })
  year: number;

  @Field(() => ID, { description: zhEn('资金类别', 'Kind of funds, as the budget names it') })
  kind: string;

  @Field(() => Decimal, {
    description: zhEn('已拨出，不含街道不予接收的', 'Offered, without what the street declined'),
  })
  transferred: string;

  @Field(() => Decimal, { description: zhEn('街道已确认', 'Acknowledged by the street') })
  acknowledged: string;

  @Field(() => Decimal, { description: zhEn('已收回', 'Come back') })
  recalled: string;
}
