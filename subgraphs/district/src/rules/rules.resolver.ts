import { isEnforced, RuleKind, RULES, shownCode } from '@mtg/governance';
import { GovernanceRule, governanceRule, refuse, toGovernanceRule, zhEn } from '@mtg/subgraph-kit';
import { Arg, ID, Query, Resolver } from 'type-graphql';

@Resolver()
export class RulesResolver {
  @Query(() => [GovernanceRule], {
    nullable: true,
    description: zhEn('治理规则', 'Governance rules R01–R34, in order'),
  })
  governanceRules(
    @Arg('kind', () => RuleKind, {
      nullable: true,
      description: zhEn('只要此种类', 'Filter by kind. Omit for all'),
    })
    kind: RuleKind | null,
    @Arg('enforced', () => Boolean, {
      nullable: true,
      description: zhEn('平台是否已实施', 'Filter by enforcement. Omit for all'),
    })
    enforced: boolean | null,
  ): GovernanceRule[] {
    return RULES.filter((rule) => !kind || rule.kinds.includes(kind))
      .filter((rule) => typeof enforced !== 'boolean' || isEnforced(rule) === enforced)
      .map(toGovernanceRule);
  }

  @Query(() => GovernanceRule, { nullable: true, description: zhEn('按编码取规则', 'Rule with this code') })
  governanceRule(
    @Arg('code', () => ID, { description: zhEn('规则编码，如 R22', 'Code of the rule, e.g. R22') })
    code: string,
  ): GovernanceRule {
    const rule = governanceRule(code);
    if (!rule) {
      throw refuse.unknown('code', {
        zh: `没有规则“${shownCode(code)}”。请使用 R01 至 R34`,
        en: `There is no rule “${shownCode(code)}”. Use a code from R01 to R34`,
      });
    }
    return rule;
  }
}
