import { column } from '@mtg/commands';
import { GovernanceRule, governanceRule } from '@mtg/subgraph-kit';

/** Columns of a row about a rule in a period. */
export const ruleAndPeriod = {
  rule: column.leadingTo(column.code('规则编码，如 R02', 'Code of the rule, e.g. R02'), {
    name: 'governanceRule',
    zh: '治理规则',
    en: 'Rule with this code',
    type: () => GovernanceRule,
    resolve: governanceRule,
  }),
  period: column.number('周期，如 2026-Q3、2026-W47、2026', 'Period, e.g. 2026-Q3, 2026-W47 or 2026'),
};
