import { findRule, isEnforced, RULE_KIND_LABELS, RuleKind, type CatalogueRule } from '@mtg/governance';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { zhEn } from './descriptions';
import { Source, toSource } from './source';

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

/** A rule of the catalogue, as clients see it. All subgraphs hold the catalogue, so each resolves it. */
@Directive('@shareable')
@ObjectType({ simpleResolvers: true, description: zhEn('治理规则', 'Rule of street governance, R01–R34') })
export class GovernanceRule {
  @Field(() => ID, { description: zhEn('规则编码', 'Code, R01–R34') })
  code: string;

  @Field(() => String, { description: zhEn('规则名称', 'Name in Chinese') })
  name: string;

  @Field(() => String, { description: zhEn('英文名称', 'Name in English') })
  nameEn: string;

  @Field(() => String, { description: zhEn('原文', 'Sentence of the study, verbatim') })
  sentence: string;

  @Field(() => String, { description: zhEn('英文译文', 'English translation of the sentence') })
  english: string;

  @Field(() => [RuleKind], { description: zhEn('规则种类', 'Kinds of the rule, most important first') })
  kinds: RuleKind[];

  @Field(() => String, { description: zhEn('可检验的要求', 'Testable requirement, in Chinese') })
  invariant: string;

  @Field(() => String, { description: zhEn('可检验的要求(英文)', 'Testable requirement, in English') })
  invariantEn: string;

  @Field(() => String, {
    nullable: true,
    description: zhEn(
      '理解说明',
      'Note on how the platform reads the source, in Chinese. Null if none is needed',
    ),
  })
  note: string | null;

  @Field(() => String, {
    nullable: true,
    description: zhEn(
      '理解说明(英文)',
      'Note on how the platform reads the source, in English. Null if none is needed',
    ),
  })
  noteEn: string | null;

  @Field(() => Boolean, {
    description: zhEn(
      '平台是否已实施(事前控制或事后检查)',
      'Whether the platform enforces the rule, before an act or by periodic checks',
    ),
  })
  enforced: boolean;

  @Field(() => [Source], { description: zhEn('来源行', 'Source lines in the study') })
  sources: Source[];
}

/** A rule of the catalogue as clients see it. */
export const toGovernanceRule = (rule: CatalogueRule): GovernanceRule =>
  Object.assign(new GovernanceRule(), {
    code: rule.code,
    name: rule.name.zh,
    nameEn: rule.name.en,
    sentence: rule.sentence,
    english: rule.english,
    kinds: [...rule.kinds],
    invariant: rule.invariant.zh,
    invariantEn: rule.invariant.en,
    note: rule.note?.zh ?? null,
    noteEn: rule.note?.en ?? null,
    enforced: isEnforced(rule),
    sources: rule.lines.map((line) => toSource(`seed:${line}`)),
  });

/** The rule with this code. Null if the catalogue has none. */
export function governanceRule(code: string): GovernanceRule | null {
  const rule = findRule(code);
  return rule ? toGovernanceRule(rule) : null;
}
