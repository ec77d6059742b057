import { WorkRow } from '@mtg/commands';
import { DateTime, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** Whether what a check found is still so. */
export const FindingState = { OPEN: 'OPEN', RESOLVED: 'RESOLVED' } as const;
export type FindingState = keyof typeof FindingState;

registerEnumType(FindingState, {
  name: 'FindingState',
  description: zhEn('周期检查结果的状态', 'Whether what a check over time found is still so'),
  valuesConfig: {
    OPEN: { description: zhEn('未解决', 'Still so') },
    RESOLVED: { description: zhEn('已解决', 'Mended since') },
  },
});

/** What a check over time found: a rule that was not kept in a period, by the street or by somebody in it. */
@Entity('rule_finding')
@Directive('@shareable')
@ObjectType({
  description: zhEn(
    '周期检查结果',
    'A rule that was not kept in a period; one for each rule, period and subject',
  ),
})
export class RuleFinding extends WorkRow {
  @Column('text')
  @Field(() => ID, { description: zhEn('规则编码，如 R02', 'Code of the rule, e.g. R02') })
  rule: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn('周期，如 2026-Q3、2026-W47、2026', 'Period, e.g. 2026-Q3, 2026-W47, 2026'),
  })
  period: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn(
      '对象：街道代码，或“中心/人员”',
      'Whom it is about: the street’s code, or center/person where each is counted',
    ),
  })
  subject: string;

  @Column('text')
  @Field(() => FindingState, { description: zhEn('状态', 'State') })
  state: FindingState;

  @Column('text')
  @Field(() => String, { description: zhEn('说明：所缺与改法', 'What is missing, and the way out') })
  message: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('解决时间', 'When the check first found it mended; null while it is open'),
  })
  resolvedAt: Date | null;
}
