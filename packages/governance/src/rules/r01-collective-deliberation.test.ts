import { BODY_KIND_LABELS } from '../vocabulary/bodies';
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

test('a body with a member in office consults', () => {
  expect(r01.check({ body: 'AREA_MANAGEMENT_COMMITTEE', members: 1 })).toEqual([]);
});

test('a body without members in office does not consult', () => {
  const violations = r01.check({ body: 'AREA_MANAGEMENT_COMMITTEE', members: 0 });
  expect(fieldsOf(r01, violations)).toEqual(['body']);
  expect(english(violations)).toContain('appointMember');
});
