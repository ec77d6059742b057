import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { hasWords, type Maybe } from '../checks/facts';
import { daysBetween, isLocalDay, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import { LEDGER_KIND_LABELS, type LedgerKind } from '../vocabulary/community-work';

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

/** The entries of a center, looked at in a street that has set a number of days. */
export interface LedgerAge {
  /** Days after which an entry is to be verified again; the street sets them. */
  readonly notVerifiedForDays: number;
  readonly today: LocalDay;
  /** Name of the center. */
  readonly center: string;
  /** Entries in force. */
  readonly entries: readonly AgingEntry[];
}

interface AgingEntry {
  /** Name of the community. */
  readonly community: string;
  readonly kind: LedgerKind;
  readonly text: string;
  readonly verifiedOn: LocalDay;
}

/** Beginning of a text that is too long for a finding to quote whole. */
const BEGINNING = /^.{30}(?=.)/su;

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
  note: {
    zh: '报告没有规定多久核实一次，因此没有默认的天数。街道自行设定天数的，满此天数未核实的条目列为周期检查结果，核实后即解决。',
    en: 'The study does not say how often an entry is to be verified, so there is no default. Where a street sets a number of days, entries that were not verified for so long are findings of the periodic checks, resolved by a verification.',
  },
};

const violation = violationsOf(definition);

/** R27 底数清、情况明: a clear ledger of resources and needs (report; seed:128). */
export const r27: EnforcedRule<LedgerStatement | LedgerVerification | LedgerAge> = {
  ...definition,
  check: (facts) => {
    if ('notVerifiedForDays' in facts) return checkAge(facts);
    return 'lastVerifiedOn' in facts
      ? [...checkDay(facts), ...checkOrder(facts)]
      : [
          ...missing('text', '内容', 'text', facts.text),
          ...missing('source', '来源', 'source', facts.source),
          ...checkDay(facts),
        ];
  },
};

const missing = (field: string, zh: string, en: string, text: Maybe<string>): readonly RuleViolation[] =>
  !hasWords(text)
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

function checkAge({ notVerifiedForDays, today, center, entries }: LedgerAge): readonly RuleViolation[] {
  return entries
    .filter(({ verifiedOn }) => daysBetween(verifiedOn, today) >= notVerifiedForDays)
    .map(({ community, kind, text, verifiedOn }) => {
      const { zh, en } = LEDGER_KIND_LABELS[kind];
      const beginning = BEGINNING.exec(text)?.[0];
      const quoted = beginning === undefined ? text : `${beginning}…`;
      return violation(
        'entries',
        `${center}台账中${community}的${zh}“${quoted}”，上次核实于 ${verifiedOn}，已满 ${notVerifiedForDays} 天。请核实（verifyLedgerEntry）或更正（amendLedgerEntry）。`,
        `In the ledger of ${center}, “${quoted}” (${en}) of ${community} was last verified on ${verifiedOn}, ${notVerifiedForDays} days ago or more. Verify it (verifyLedgerEntry) or amend it (amendLedgerEntry).`,
      );
    });
}
