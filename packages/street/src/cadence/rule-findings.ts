import { defineReadable, field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { FindingState, RuleFinding } from './rule-finding';

export const ruleFindings = defineReadable({
  entity: RuleFinding,
  name: 'RuleFinding',
  one: 'ruleFinding',
  many: 'ruleFindings',
  description: zhEn('周期检查结果', 'Rules that were not kept in a period'),
  group: 'CADENCE',
  filters: {
    rule: field.code(zhEn('规则编码', 'Code of the rule')),
    period: field.asCompared(field.line(zhEn('周期', 'Period'))),
    state: field.choice(FindingState, zhEn('状态', 'State')),
  },
});
