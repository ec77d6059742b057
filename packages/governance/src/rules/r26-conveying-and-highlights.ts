import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf, type RuleViolation } from '../catalogue/violation';
import { isBlank, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import { CONVEYED_ISSUER_LABELS } from '../vocabulary/community-work';
import { isCodeOf, listOf } from '../vocabulary/labelled';

/** A meeting or document whose spirit is conveyed to a community. */
export interface Conveyance {
  readonly kind: 'CONVEYANCE';
  readonly issuer: string;
  readonly title?: Maybe<string>;
  /** The priorities of work that were made clear (工作重点). */
  readonly priorities?: Maybe<string>;
  readonly communityCode?: Maybe<string>;
  readonly conveyedOn: LocalDay;
  readonly today: LocalDay;
}

/** A good example or distinctive highlight found in a community. */
export interface Highlight {
  readonly kind: 'HIGHLIGHT';
  readonly title?: Maybe<string>;
  readonly content?: Maybe<string>;
  readonly communityCode?: Maybe<string>;
}

const definition: Rule = {
  code: 'R26',
  name: { zh: '传达精神、挖掘典型', en: 'Conveying documents, finding good examples' },
  sentence:
    '要在工作中有效传达中央、市委、区委的会议和文件精神,明确工作重点,结合社区实际挖掘典型和特色亮点,保障社区工作的规范有序。',
  lines: [128],
  english:
    'In their work [the centers] shall effectively convey the spirit of the meetings and documents of the central authorities, the Municipal Party Committee and the District Party Committee, make clear the priorities of work, find good examples and distinctive highlights that fit the community’s reality, and keep community work regular and orderly.',
  kinds: ['REPORT'],
  invariant: {
    zh: '按社区报告已传达的会议和文件，以及挖掘出的典型和特色亮点。',
    en: 'The report lists, per community, the meetings and documents conveyed and the good examples and highlights found.',
  },
};

/** R26 传达精神、挖掘典型: conveying documents, finding good examples (report; seed:128). */
export const r26: EnforcedRule<Conveyance | Highlight> = {
  ...definition,
  check: (facts) => [
    ...(facts.kind === 'CONVEYANCE' ? checkOrigin(facts) : []),
    ...missingIn(facts).map(({ field, zh, en }) =>
      violationOf(definition, { zh: `没有写明${zh}。请填写。`, en: `Missing: ${en}. Add it.` }, field),
    ),
  ],
};

function missingIn(facts: Conveyance | Highlight) {
  const parts = [
    { field: 'title', text: facts.title, zh: '标题', en: 'title' },
    facts.kind === 'CONVEYANCE'
      ? { field: 'priorities', text: facts.priorities, zh: '工作重点', en: 'priorities of work' }
      : { field: 'content', text: facts.content, zh: '内容', en: 'content' },
    { field: 'communityCode', text: facts.communityCode, zh: '社区', en: 'community' },
  ];
  return parts.filter(({ text }) => isBlank(text));
}

function checkOrigin({ issuer, conveyedOn, today }: Conveyance): readonly RuleViolation[] {
  const issuers = listOf(CONVEYED_ISSUER_LABELS);
  return [
    ...unless(isCodeOf(CONVEYED_ISSUER_LABELS, issuer), () =>
      violationOf(
        definition,
        {
          zh: `${isBlank(issuer) ? '没有写明会议或文件的来源' : `“${issuer}”不是会议或文件的来源`}。请填写其中之一：${issuers.zh}。`,
          en: `${isBlank(issuer) ? 'Whose meeting or document it is, is missing' : `“${issuer}” does not issue what is conveyed`}. Use one of ${issuers.en}.`,
        },
        'issuer',
      ),
    ),
    ...unless(precedes(conveyedOn, today), () =>
      violationOf(
        definition,
        {
          zh: isBlank(conveyedOn)
            ? '没有写明传达日期。请填写。'
            : `传达日期 ${conveyedOn} 不是今天（${today}）或以前的日期。请更正。`,
          en: isBlank(conveyedOn)
            ? 'The day of conveying is missing. Give it.'
            : `The day of conveying, ${conveyedOn}, is not today (${today}) or earlier. Correct it.`,
        },
        'conveyedOn',
      ),
    ),
  ];
}
