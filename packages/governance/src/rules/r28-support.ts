import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { withArticle } from '../article';
import { hasWords, isBlank, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import { isCodeOf, labelOf, listOf } from '../vocabulary/labelled';
import { MEETING_KIND_LABELS, type MeetingKind } from '../vocabulary/meetings';
import { SUPPORT_KIND_LABELS } from '../vocabulary/services';

/** A problem of a community about to be raised. */
export interface RaisedSupport {
  readonly kind: Maybe<string>;
  readonly title: Maybe<string>;
  readonly communityCode: Maybe<string>;
}

/** The body or the meeting by which a problem is taken up; one of the two. */
export interface SupportTakenUp {
  readonly bodyCode: Maybe<string>;
  readonly meetingId: Maybe<string>;
  /** Members in office of the body, if one takes it up. */
  readonly membersInOffice: number;
  /** The meeting, if one takes it up. */
  readonly meeting: Maybe<MeetingOfSupport>;
  /** Day on which the problem was raised. */
  readonly raisedOn: LocalDay;
}

/** A meeting that takes up a problem. */
export interface MeetingOfSupport {
  readonly number: string;
  readonly kind: MeetingKind;
  /** Null while it has not been held. */
  readonly heldOn: LocalDay | null;
}

/** The solution of a problem, before the community confirms it. */
export interface SolvedSupport {
  readonly solution: Maybe<string>;
  readonly solvedOn: Maybe<LocalDay>;
  /** Day on which the problem was raised. */
  readonly raisedOn: LocalDay;
  readonly today: LocalDay;
}

const definition: Rule = {
  code: 'R28',
  name: { zh: '支持保障', en: 'Support for communities' },
  sentence:
    '要提供支持保障。各中心要运用好街道“大工委”、地区管理委员会和社区“大党委”的统筹协调机制,将职能部门力量和各类社会力量拉到社区,帮助社区解决基础设施、绿化、卫生、停车、购物等方面的突出问题,为社区开展工作提供有效保障。',
  lines: [128],
  english:
    'Provide support. Each center shall make good use of the coordinating mechanisms of the street’s Enlarged Working Committee, the Area Management Committee and the Enlarged Community Party Committees to draw the strength of the functional departments and of all kinds of social forces into the communities, help the communities solve their prominent problems of infrastructure, greening, sanitation, parking, shopping and the like, and effectively back the communities’ work.',
  kinds: ['REPORT'],
  invariant: {
    zh: '按类别报告帮助社区解决的问题：基础设施、绿化、卫生、停车、购物、其他。',
    en: 'The report gives the support issues by kind: infrastructure, greening, sanitation, parking, shopping, other.',
  },
};

/** R28 支持保障: support for communities (report; seed:128). */
export const r28: EnforcedRule<RaisedSupport | SupportTakenUp | SolvedSupport> = {
  ...definition,
  check: (facts) => {
    if ('kind' in facts) return checkRaised(facts);
    return 'meetingId' in facts ? checkTakenUp(facts) : checkSolved(facts);
  },
};

const violation = violationsOf(definition);

function checkRaised({ kind, title, communityCode }: RaisedSupport): readonly RuleViolation[] {
  const kinds = listOf(SUPPORT_KIND_LABELS);
  return [
    ...unless(isCodeOf(SUPPORT_KIND_LABELS, kind ?? ''), () =>
      violation(
        'kind',
        `没有写明问题的类别。请填写其中之一：${kinds.zh}。`,
        `The kind of the problem is missing. Use one of ${kinds.en}.`,
      ),
    ),
    ...unless(hasWords(title), () =>
      violation('title', '没有用文字写明问题。请填写。', 'The problem is not stated in words. Add it.'),
    ),
    ...unless(!isBlank(communityCode), () =>
      violation('communityCode', '没有写明社区。请填写。', 'The community is missing. Add it.'),
    ),
  ];
}

function checkTakenUp(facts: SupportTakenUp): readonly RuleViolation[] {
  const { bodyCode, meetingId, meeting, membersInOffice, raisedOn } = facts;
  if (isBlank(bodyCode) === isBlank(meetingId)) {
    return [
      violation(
        ['bodyCode', 'meetingId'],
        '请写明承办此事项的议事机构或会议，二者取其一。',
        'State the body or the meeting that takes up the problem, one of the two.',
      ),
    ];
  }
  if (meeting) return checkMeeting(meeting, raisedOn);
  return unless(membersInOffice > 0, () =>
    violation(
      'bodyCode',
      '该议事机构没有在任成员，无法承办。请先任命成员（appointMember），或填写承办此事项的会议。',
      'The body has no member in office, so that it cannot take up the problem. Appoint its members first (`appointMember`), or name a meeting that takes it up.',
    ),
  );
}

/** Meetings that take up problems of communities. */
const TAKING_UP: ReadonlySet<MeetingKind> = new Set(['JOINT', 'SPECIAL', 'WEEKLY']);

/** The bodies coordinate in joint and special meetings, the centers every week. All deal with what has been raised by then. */
function checkMeeting(
  { number, kind, heldOn }: MeetingOfSupport,
  raisedOn: LocalDay,
): readonly RuleViolation[] {
  const label = labelOf(MEETING_KIND_LABELS, kind);
  return [
    ...unless(TAKING_UP.has(kind), () =>
      violation(
        'meetingId',
        `会议${number}是${label.zh}，不承办支持保障事项。请引用联席会议、专题会议或周例会。`,
        `Meeting ${number} is ${withArticle(label.en)}, which takes up no problems of communities. Cite a joint, a special or a weekly meeting.`,
      ),
    ),
    ...unless(heldOn !== null, () =>
      violation(
        'meetingId',
        `会议${number}没有召开，无法承办此事项。请先召开（openMeeting），或引用已召开的会议。`,
        `Meeting ${number} has not been held, so that it cannot take up the problem. Hold it first (\`openMeeting\`), or cite a meeting that was held.`,
      ),
    ),
    ...unless(heldOn === null || precedes(raisedOn, heldOn), () =>
      violation(
        'meetingId',
        `会议${number}召开于 ${heldOn}，早于此事项提出的日期 ${raisedOn}。请引用此后召开的会议。`,
        `Meeting ${number} was held on ${heldOn}, before the problem was raised on ${raisedOn}. Cite a later meeting.`,
      ),
    ),
  ];
}

function checkSolved({ solution, solvedOn, raisedOn, today }: SolvedSupport): readonly RuleViolation[] {
  const day = solvedOn ?? '';
  return [
    ...unless(hasWords(solution), () =>
      violation(
        'solution',
        '没有用文字写明如何解决。请填写。',
        'The solution is not stated in words. Add it.',
      ),
    ),
    ...unless(precedes(raisedOn, day) && precedes(day, today), () =>
      violation(
        'solvedOn',
        `请填写解决日期，不早于提出的日期 ${raisedOn}，不晚于今天（${today}）。`,
        `Give the day of the solution: from the day on which the problem was raised, ${raisedOn}, to today (${today}).`,
      ),
    ),
  ];
}
