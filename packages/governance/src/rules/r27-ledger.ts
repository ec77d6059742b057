import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { isBlank, type Maybe } from '../checks/facts';
import { isLocalDay, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';

/** Statement of a ledger, as of the day on which it was verified. */
export interface LedgerStatement {
  readonly text?: Maybe<string>;
  /** Where the statement comes from. */
  readonly source?: Maybe<string>;
  readonly verifiedOn?: Maybe<LocalDay>;
  readonly today: LocalDay;
}

/** The day on which an entry is verified again. */
export interface LedgerVerification {
  readonly verifiedOn?: Maybe<LocalDay>;
  /** Day of the verification before. */
  readonly lastVerifiedOn: LocalDay;
  readonly today: LocalDay;
}

const definition: Rule = {
  code: 'R27',
  name: { zh: '底数清、情况明', en: 'A clear ledger of resources and needs' },
  sentence:
    '要摸清工作底数。各中心要摸清本领域工作的服务人员、服务资源情况和重点难点问题,掌握社区和居民的实际需求,要建立细致的数据库和台账,做到底数清、情况明。',
  lines: [128],
  english:
    'Know exactly what the work rests on. Each center shall find out the service staff, the service resources and the key and difficult problems of its field, know the actual needs of communities and residents, and set up a detailed database and ledger, so that the figures are clear and the situation is plain.',
  kinds: ['REPORT'],
  invariant: {
    zh: '台账记录服务人员、服务资源、重点难点问题和实际需求，每条都有最近核实日期。',
    en: 'The ledger holds service staff, resources, key difficulties and needs, each with the day on which it was last verified.',
  },
};

const violation = violationsOf(definition);

/** R27 底数清、情况明: a clear ledger of resources and needs (report; seed:128). */
export const r27: EnforcedRule<LedgerStatement | LedgerVerification> = {
  ...definition,
  check: (facts) =>
    'lastVerifiedOn' in facts
      ? [...checkDay(facts), ...checkOrder(facts)]
      : [
          ...missing('text', '内容', 'text', facts.text),
          ...missing('source', '来源', 'source', facts.source),
          ...checkDay(facts),
        ],
};

const missing = (field: string, zh: string, en: string, text: Maybe<string>): readonly RuleViolation[] =>
  isBlank(text)
    ? [violation(field, `台账条目没有写明${zh}。请填写。`, `The ledger entry needs a ${en}. Add it.`)]
    : [];

function checkDay({ verifiedOn, today }: LedgerVerification | LedgerStatement): readonly RuleViolation[] {
  if (precedes(verifiedOn ?? '', today)) return [];
  return [
    violation(
      'verifiedOn',
      `台账条目须写明核实日期，不晚于今天（${today}）。请填写。`,
      `The ledger entry needs the day on which it was verified, today (${today}) or earlier. Add it.`,
    ),
  ];
}

function checkOrder({ verifiedOn, lastVerifiedOn }: LedgerVerification): readonly RuleViolation[] {
  if (!isLocalDay(verifiedOn ?? '') || precedes(lastVerifiedOn, verifiedOn ?? '')) return [];
  return [
    violation(
      'verifiedOn',
      `核实日期 ${verifiedOn} 早于上次核实的日期 ${lastVerifiedOn}。请填写其后的日期。`,
      `The day of verification ${verifiedOn} precedes the last one, ${lastVerifiedOn}. Choose that day or later.`,
    ),
  ];
}
