import { BODY_KIND_LABELS } from '../vocabulary/bodies';
import type { OpinionVerdict } from '../vocabulary/decisions';
import { labelOf } from '../vocabulary/labelled';
import { chinese, english, fieldsOf } from '../../test-support/violations';
import { r01, type PreliminaryOpinion } from './r01-collective-deliberation';

const DECIDED = new Date('2026-11-18T08:00:00Z');
const EARLIER = new Date('2026-11-18T07:59:59.999Z');
const LATER = new Date('2026-11-18T08:00:00.001Z');

const opinion = (
  body: PreliminaryOpinion['body'],
  change: Partial<PreliminaryOpinion> = {},
): PreliminaryOpinion => ({ body, consulted: true, opinion: '同意', recordedAt: EARLIER, ...change });

const COMMITTEE = opinion('ENLARGED_WORKING_COMMITTEE');
const AREA = opinion('AREA_MANAGEMENT_COMMITTEE');

test.each<[string, PreliminaryOpinion[]]>([
  ['both preliminary opinions', [COMMITTEE, AREA]],
  ['both preliminary opinions, the other first', [AREA, COMMITTEE]],
  ['a body that consulted twice', [COMMITTEE, { ...AREA, opinion: '' }, AREA]],
  ['a body that had not consulted at first', [{ ...AREA, consulted: false }, COMMITTEE, AREA]],
  ['a later opinion beside an earlier one', [COMMITTEE, AREA, { ...AREA, recordedAt: LATER }]],
  [
    'an opinion on the day of the decision, the hour unknown',
    [COMMITTEE, { ...AREA, recordedAt: '2026-11-18' }],
  ],
])('kept by %s', (_, opinions) => {
  expect(r01.check({ opinions, decidedAt: DECIDED })).toEqual([]);
});

const NOTHING = 'has not recorded a consultation';

test.each<[string, PreliminaryOpinion[], [string, string][]]>([
  [
    'no body',
    [],
    [
      ['ENLARGED_WORKING_COMMITTEE', NOTHING],
      ['AREA_MANAGEMENT_COMMITTEE', NOTHING],
    ],
  ],
  ['one body only', [COMMITTEE], [['AREA_MANAGEMENT_COMMITTEE', NOTHING]]],
  ['the other only', [AREA], [['ENLARGED_WORKING_COMMITTEE', NOTHING]]],
  ['one body twice', [AREA, AREA], [['ENLARGED_WORKING_COMMITTEE', NOTHING]]],
  [
    'the body of a community in place of one',
    [COMMITTEE, opinion('ENLARGED_COMMUNITY_PARTY_COMMITTEE')],
    [['AREA_MANAGEMENT_COMMITTEE', NOTHING]],
  ],
  [
    'an opinion without a consultation',
    [COMMITTEE, { ...AREA, consulted: false }],
    [['AREA_MANAGEMENT_COMMITTEE', NOTHING]],
  ],
  [
    'an opinion that was taken back',
    [COMMITTEE, AREA, { ...AREA, consulted: false, opinion: '撤回' }],
    [['AREA_MANAGEMENT_COMMITTEE', NOTHING]],
  ],
  [
    'an opinion after which there was none',
    [COMMITTEE, AREA, { ...AREA, opinion: null }],
    [['AREA_MANAGEMENT_COMMITTEE', 'not recorded a preliminary opinion']],
  ],
  ...[undefined, null, '', ' 　'].map((text): [string, PreliminaryOpinion[], [string, string][]] => [
    `a consultation with the opinion ${JSON.stringify(text)}`,
    [COMMITTEE, { ...AREA, opinion: text }],
    [['AREA_MANAGEMENT_COMMITTEE', 'not recorded a preliminary opinion']],
  ]),
  ...[LATER, DECIDED, '2026-11-19', new Date(Number.NaN)].map(
    (recordedAt): [string, PreliminaryOpinion[], [string, string][]] => [
      `an opinion recorded at ${String(recordedAt)}`,
      [COMMITTEE, { ...AREA, recordedAt }],
      [['AREA_MANAGEMENT_COMMITTEE', 'only after the decision']],
    ],
  ),
])('broken by %s', (_, opinions, expected) => {
  const violations = r01.check({ opinions, decidedAt: DECIDED });
  expect(fieldsOf(r01, violations)).toEqual(expected.map(() => 'opinions'));
  for (const [index, [body, problem]] of expected.entries()) {
    expect(violations[index]?.message.en).toContain(labelOf(BODY_KIND_LABELS, body).en);
    expect(english(violations)).toContain(problem);
  }
});

test.each([
  ['a meeting without a major matter', []],
  ['a matter that is approved', [{ title: '选址', outcome: 'APPROVED' }]],
])('an order may follow from %s', (_, matters) => {
  expect(r01.check({ matters })).toEqual([]);
});

test.each([
  ['undecided', undefined, '尚未经街道工委决策'],
  ['undecided, as the database says it', null, '尚未经街道工委决策'],
  ['rejected', 'REJECTED', '没有同意'],
  ['decided otherwise', 'approved', '没有同意'],
])('no order follows from a matter that is %s', (_, outcome, text) => {
  const violations = r01.check({
    matters: [
      { title: '广场', outcome: 'APPROVED' },
      { title: '选址', outcome },
    ],
  });
  expect(fieldsOf(r01, violations)).toEqual(['minutesItemId']);
  expect(chinese(violations)).toContain('重大事项“选址”');
  expect(chinese(violations)).toContain(text);
});

const consultation = {
  body: 'AREA_MANAGEMENT_COMMITTEE',
  consulted: true,
  opinion: '同意',
  verdict: 'AGREED',
  meetingId: 'm',
  members: 3,
  memberUnits: 2,
  unitsPresent: 1,
} as const;

test.each([
  ['in a meeting that one of its units attends', {}],
  ['as a body of deputies, who represent no unit', { memberUnits: 0, unitsPresent: 0 }],
  ['without forming an opinion yet', { opinion: null, verdict: null }],
  ['with an opinion against the matter', { verdict: 'DISAGREED' as const }],
])('a body consults %s', (_, change) => {
  expect(r01.check({ ...consultation, ...change })).toEqual([]);
});

test('a body takes its opinion back without a meeting', () => {
  const taken = { consulted: false, opinion: '撤回', verdict: null, meetingId: null };
  expect(r01.check({ ...consultation, ...taken })).toEqual([]);
});

test.each([
  ['without members in office', { members: 0 }, ['body'], 'appointMember'],
  ['without a meeting', { meetingId: null }, ['meetingId'], 'is missing'],
  ['in a meeting of others', { unitsPresent: 0 }, ['meetingId'], 'None of the 2 member units'],
  ['with an opinion that agrees to nothing', { verdict: null }, ['verdict'], 'is missing'],
  ['with a verdict and no opinion', { opinion: ' ' }, ['opinion'], 'without an opinion'],
  ['with a verdict before it consulted', { consulted: false }, ['verdict'], 'has not consulted'],
])('a body does not consult %s', (_, change, fields, text) => {
  const violations = r01.check({ ...consultation, ...change });
  expect(fieldsOf(r01, violations)).toEqual(fields);
  expect(english(violations)).toContain(text);
});

const verdicts = (first: OpinionVerdict | null, second: OpinionVerdict | null) => [
  { ...COMMITTEE, verdict: first },
  { ...AREA, verdict: second },
];

test.each([
  ['approves what both agreed with', verdicts('AGREED', 'AGREED_WITH_CHANGES'), 'APPROVED', null],
  ['rejects what both disagreed with', verdicts('DISAGREED', 'DISAGREED'), 'REJECTED', null],
  ['rejects what both agreed with, and says why', verdicts('AGREED', 'AGREED'), 'REJECTED', '资金未落实'],
  ['decides on opinions that stated no verdict', verdicts(null, null), 'REJECTED', null],
  [
    'approves what a body had disagreed with before',
    [...verdicts('DISAGREED', 'AGREED'), { ...COMMITTEE, verdict: 'AGREED' as const }],
    'APPROVED',
    null,
  ],
] as const)('the committee %s', (_, opinions, outcome, reason) => {
  expect(r01.check({ opinions, decidedAt: DECIDED, outcome, reason })).toEqual([]);
});

test.each([
  ['approves what one disagreed with', verdicts('AGREED', 'DISAGREED'), 'APPROVED', null, 1],
  ['approves what both disagreed with', verdicts('DISAGREED', 'DISAGREED'), 'APPROVED', ' ', 2],
  [
    'rejects what one agreed with after changes',
    verdicts('DISAGREED', 'AGREED_WITH_CHANGES'),
    'REJECTED',
    '-',
    1,
  ],
  ['rejects what both agreed with', verdicts('AGREED', 'AGREED'), 'REJECTED', null, 2],
] as const)('the committee says why when it %s', (_, opinions, outcome, reason, count) => {
  const violations = r01.check({ opinions, decidedAt: DECIDED, outcome, reason });
  expect(fieldsOf(r01, violations)).toEqual(Array<string>(count).fill('reason'));
  expect(chinese(violations)).toContain('两者不一致');
});
