import { RULE_KIND_LABELS, RuleKind } from '@mtg/governance';
import { Source, zhEn } from '@mtg/subgraph-kit';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

registerEnumType(RuleKind, {
  name: 'RuleKind',
  description: zhEn('规则种类', 'Kind of governance rule'),
  valuesConfig: Object.fromEntries(
    Object.values(RuleKind).map((kind) => [
      kind,
      { description: zhEn(RULE_KIND_LABELS[kind].zh, RULE_KIND_LABELS[kind].en) },
    ]),
  ),
});

/** A rule of the catalogue, as clients see it. */
@ObjectType({ simpleResolvers: true, description: zhEn('治理规则', 'A rule of street governance, R01–R34') })
export class GovernanceRule {
  @Field(() => ID, { description: zhEn('规则编码', 'Code, R01–R34') })
  code: string;

  @Field(() => String, { description: zhEn('规则名称', 'Name in Chinese') })
  name: string;

  @Field(() => String, { description: zhEn('英文名称', 'Name in English') })
  nameEn: string;

  @Field(() => String, { description: zhEn('原文', 'The sentence of the study, verbatim') })
  sentence: string;

  @Field(() => String, { description: zhEn('英文译文', 'The sentence in English') })
  english: string;

  @Field(() => [RuleKind], { description: zhEn('规则种类', 'Kinds, the most important first') })
  kinds: RuleKind[];

  @Field(() => String, { description: zhEn('可检验的要求', 'What can be tested of it, in Chinese') })
  invariant: string;

  @Field(() => String, { description: zhEn('可检验的要求(英文)', 'What can be tested of it, in English') })
  invariantEn: string;

  @Field(() => String, {
    nullable: true,
    description: zhEn('理解说明', 'How a slip or gap of the source is read'),
  })
  note: string | null;

  @Field(() => String, { nullable: true, description: zhEn('理解说明(英文)', 'The same in English') })
  noteEn: string | null;

  @Field(() => Boolean, { description: zhEn('平台是否已强制执行', 'Whether the platform enforces it yet') })
  enforced: boolean;

  @Field(() => [Source], { description: zhEn('来源行', 'Lines of the study where it stands') })
  sources: Source[];
}
