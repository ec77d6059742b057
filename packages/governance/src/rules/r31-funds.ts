import type { Bilingual } from '../bilingual';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { isBlank, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import { fenOf, type Amount } from '../money/amount';
import type { FundTransferState } from '../state-machines/machines/funds';
import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { ReceiptOutcome } from '../vocabulary/funds';

const definition: Rule = {
  code: 'R31',
  name: { zh: '资金', en: 'Funds stay within budgets and transfers' },
  sentence:
    '每年区委、区政府都要对全区社会建设项目资金进行预算,投入资金由区委社会工委统筹使用,专项资金转到各街道,为街道履行职责提供有效的财力保障。',
  lines: [132],
  english:
    'Every year the District Party Committee and the district government budget the funds for social construction projects in the whole district; the Social Affairs Working Committee of the District Party Committee coordinates the use of the funds committed, and earmarked funds are transferred to the streets, giving them effective financial backing to perform their duties.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '转拨给各街道的专项资金之和不超过区预算；每个街道的支出之和不超过转拨给它的资金；并发操作下同样成立。',
    en: 'The sum of transfers never exceeds the district’s budget, and a street’s expenditures never exceed the transfers to it, even under concurrency.',
  },
  note: {
    zh: '原文只写预算、转拨和使用的次序；两个“不超过”是由此推出的约束。',
    en: 'The study states only the order of budgeting, transfer and use. The two limits are derived from it.',
  },
};

/** An amount that is taken from a greater one. */
interface Taking {
  readonly amount: Amount;
  /** The greater amount. */
  readonly left: Amount;
}

/** A transfer to a street, out of a budget line. */
export interface TransferFacts extends Taking {
  readonly of: 'TRANSFER';
  readonly voucher: Maybe<string>;
}

/** An expenditure of a street, out of a transfer that it has acknowledged. */
export interface ExpenditureFacts extends Taking {
  readonly of: 'EXPENDITURE';
  readonly voucher: Maybe<string>;
  readonly outcome: ReceiptOutcome;
  /** Objects that it is for: a project, a service project, a work order. */
  readonly purposes: readonly string[];
  readonly paidOn: LocalDay;
  readonly receivedOn: LocalDay;
  readonly today: LocalDay;
}

/** A recall of what a street has not spent: asked for by the district, and answered by the street. */
export interface RecallFacts extends Taking {
  readonly of: 'RECALL';
  readonly outcome: ReceiptOutcome | FundTransferState;
  /** Paths of the input that name the transfer and the amount. */
  readonly named: { readonly transfer: string; readonly amount: string };
}

/** An entry that reverses another as a whole. */
export interface ReversalFacts {
  readonly of: 'REVERSAL';
  /** Path of the input that names the first entry. */
  readonly field: string;
  readonly first: {
    readonly isReversal: boolean;
    readonly isReversed: boolean;
    /** A part of it is transferred on. */
    readonly isCommitted: boolean;
  };
}

export type FundsFacts = TransferFacts | ExpenditureFacts | RecallFacts | ReversalFacts;

/** R31 资金: funds stay within budgets and transfers (precondition; seed:132). */
export const r31: EnforcedRule<FundsFacts> = {
  ...definition,
  check: (facts) => {
    switch (facts.of) {
      case 'TRANSFER':
        return [...checkVoucher(facts), ...checkTaking(facts, LINE, 'amount')];
      case 'EXPENDITURE':
        return checkExpenditure(facts);
      case 'RECALL':
        return [
          ...checkReceived(facts.outcome, facts.named.transfer, RECALLED_FROM),
          ...checkTaking(facts, UNSPENT, facts.named.amount),
        ];
      case 'REVERSAL':
      default:
        return checkReversal(facts);
    }
  },
};

const violation = violationsOf(definition);

const LINE: Bilingual = { zh: '该预算项目可拨', en: 'the budget line has' };
const UNSPENT: Bilingual = { zh: '该笔转拨未支出', en: 'unspent of this transfer is' };
const SPENT_FROM: Bilingual = { zh: '支出', en: 'An expenditure' };
const RECALLED_FROM: Bilingual = { zh: '收回', en: 'A recall' };

function checkTaking({ amount, left }: Taking, from: Bilingual, field: string): readonly RuleViolation[] {
  if (fenOf(amount) <= 0n) {
    return [violation(field, '金额须大于零。请更正。', 'The amount must be greater than zero. Correct it.')];
  }
  return unless(fenOf(amount) <= fenOf(left), () =>
    violation(
      field,
      `金额 ${amount} 元超出：${from.zh} ${left} 元。请减少金额。`,
      `The amount of ${amount} 元 is too much: ${from.en} ${left} 元. Reduce the amount.`,
    ),
  );
}

const checkVoucher = ({ voucher }: { readonly voucher: Maybe<string> }): readonly RuleViolation[] =>
  unless(!isBlank(voucher), () =>
    violation('voucher', '须有凭证号。请填写。', 'A voucher is required. Add its number.'),
  );

const checkReceived = (outcome: string, field: string, what: Bilingual): readonly RuleViolation[] =>
  unless(outcome === 'ACKNOWLEDGED', () =>
    violation(
      field,
      `${what.zh}须出自街道已确认收款的转拨。请先确认收款，或另选一笔。`,
      `${what.en} must come from a transfer that the street has acknowledged. Have it acknowledged, or name another.`,
    ),
  );

function checkExpenditure(facts: ExpenditureFacts): readonly RuleViolation[] {
  const { outcome, purposes, paidOn, receivedOn, today } = facts;
  return [
    ...checkReceived(outcome, 'fundReceiptId', SPENT_FROM),
    ...checkVoucher(facts),
    ...unless(purposes.length === 1, () =>
      violation(
        ['projectId', 'workOrderId', 'serviceProjectId'],
        '支出须对应一个项目、派单或购买服务项目。请只填写其一。',
        'An expenditure is for one project, work order or service project. Name exactly one.',
      ),
    ),
    ...unless(precedes(receivedOn, paidOn) && precedes(paidOn, today), () =>
      violation(
        'paidOn',
        `支出日期须在确认收款之日（${receivedOn}）至今天（${today}）之间。请更正。`,
        `The day of payment lies between the acknowledgement (${receivedOn}) and today (${today}). Correct it.`,
      ),
    ),
    ...checkTaking(facts, UNSPENT, 'amount'),
  ];
}

function checkReversal({ field, first }: ReversalFacts): readonly RuleViolation[] {
  if (first.isReversal) {
    return [
      violation(
        field,
        '冲销记录不能再冲销。请另行登记正确的一笔。',
        'A reversal cannot be reversed. Record the correct entry instead.',
      ),
    ];
  }
  if (first.isReversed) {
    return [
      violation(
        field,
        '该笔已冲销。请查看冲销记录。',
        'This entry is already reversed. Look at the entry that reverses it.',
      ),
    ];
  }
  return unless(!first.isCommitted, () =>
    violation(
      field,
      '该预算项目已有转拨，不能冲销。请先收回转拨。',
      'Transfers are committed from this budget line. Recall them first.',
    ),
  );
}
