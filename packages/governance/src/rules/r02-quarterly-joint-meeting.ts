import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf } from '../catalogue/violation';
import { findingsAfter } from '../checks/cadence';
import type { LocalDay } from '../time/local-day';
import { isWithin, type Quarter } from '../time/period';
import { periodName } from '../time/period-name';

/** One street's joint meetings, looked back at after a quarter. */
export interface QuarterOfJointMeetings {
  readonly quarter: Quarter;
  readonly today: LocalDay;
  /** The joint meetings that were held, in this quarter or any other; cancelled ones are not. */
  readonly heldJointMeetings: readonly { readonly heldOn: LocalDay }[];
}

const definition: Rule = {
  code: 'R02',
  name: { zh: '联席会议每季度1次', en: 'A joint meeting every quarter' },
  sentence: '各街道“大工委”和地区管理委员会联席会议每季度要召开1次会议',
  lines: [114],
  english:
    'The joint meeting of each street’s Enlarged Working Committee and Area Management Committee shall be held once every quarter.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每个街道在每个已结束的季度内至少召开过1次联席会议；否则自季度结束次日起，恰有一条未关闭的违规记录。',
    en: 'Each street holds at least one joint meeting in each quarter. If it did not, exactly one finding is open from the day after the quarter ends.',
  },
};

/** R02 联席会议每季度1次: a joint meeting every quarter (cadence; seed:114). */
export const r02: EnforcedRule<QuarterOfJointMeetings> = {
  ...definition,
  check: ({ quarter, today, heldJointMeetings }) =>
    findingsAfter(definition, { kind: 'QUARTER', period: quarter, today }, () =>
      heldJointMeetings.some(({ heldOn }) => isWithin(quarter, heldOn))
        ? []
        : [
            violationOf(
              definition,
              {
                zh: `${periodName(quarter).zh}没有召开过联席会议。请尽快召开本季度的联席会议，并在会上说明缺会原因。`,
                en: `No joint meeting was held in ${periodName(quarter).en}. Hold this quarter’s meeting soon and explain the missed one there.`,
              },
              'heldJointMeetings',
            ),
          ],
    ),
};
