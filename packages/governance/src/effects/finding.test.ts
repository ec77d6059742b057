import { actAs, NOW } from '../../test-support/act';
import { answeredFinding, decidedAnswer } from './finding';

const [head, dispatcher] = [actAs('CENTER_HEAD'), actAs('DISPATCHER')];
const DRAFT = { explanation: '两人住院', remedy: '增派一人', remedyUntil: '2026-11-30' } as const;
const OPEN = { state: 'OPEN', version: 1 } as const;
const ANSWERED = { state: 'ANSWERED', version: 2 } as const;
const GIVEN = { state: 'GIVEN', version: 1, answeredBy: 'CENTER_HEAD:1' } as const;
const UNDECIDED = { decidedAt: null, decidedBy: null, sentBackFor: null };

test('an answer says who gave it in which role, and awaits a decision', () => {
  expect(answeredFinding(head, OPEN, DRAFT)).toEqual({
    finding: { state: 'ANSWERED' },
    answer: { ...DRAFT, ...UNDECIDED, state: 'GIVEN', answeredBy: 'CENTER_HEAD:1', role: 'CENTER_HEAD' },
  });
});

test.each([null, '2026-11-18'])('a remedy may last until %s', (remedyUntil) => {
  expect(answeredFinding(head, OPEN, { ...DRAFT, remedyUntil }).answer.remedyUntil).toBe(remedyUntil);
});

test('no remedy is due in the past', () => {
  expect(() => answeredFinding(head, OPEN, { ...DRAFT, remedyUntil: '2026-11-17' })).toThrow(
    'input.remedyUntil: 2026-11-17 早于今天',
  );
});

test.each([
  ['ANSWERED', '尚待确认'],
  ['CONFIRMED', '已确认，无需说明'],
  ['RESOLVED', '已解决，无需说明'],
] as const)('a finding that is %s takes no answer', (state, message) => {
  expect(() => answeredFinding(head, { state, version: 1 }, DRAFT)).toThrow(message);
});

test('another person confirms the answer, and the finding is worked off', () => {
  expect(decidedAnswer(dispatcher, ANSWERED, GIVEN)).toEqual({
    finding: { state: 'CONFIRMED' },
    decided: {
      answer: GIVEN,
      course: { state: 'CONFIRMED', decidedAt: NOW, decidedBy: 'DISPATCHER:1', sentBackFor: null },
    },
  });
});

test('an answer that is sent back leaves the finding open, for a reason', () => {
  expect(decidedAnswer(dispatcher, ANSWERED, GIVEN, { sentBackFor: '请写明日期' })).toEqual({
    finding: { state: 'OPEN' },
    decided: {
      answer: GIVEN,
      course: { state: 'SENT_BACK', decidedAt: NOW, decidedBy: 'DISPATCHER:1', sentBackFor: '请写明日期' },
    },
  });
});

test.each([undefined, '请写明日期'])(
  'a person decides on no answer of their own (sent back for %s)',
  (sentBackFor) => {
    const own = { ...GIVEN, answeredBy: 'DISPATCHER:1' };
    const decision = sentBackFor === undefined ? {} : { sentBackFor };
    expect(() => decidedAnswer(dispatcher, ANSWERED, own, decision)).toThrow('由本人作出');
  },
);

test.each(['OPEN', 'CONFIRMED', 'RESOLVED'] as const)(
  'there is nothing to decide on in a finding that is %s',
  (state) => {
    for (const answer of [null, GIVEN]) {
      expect(() => decidedAnswer(dispatcher, { state, version: 1 }, answer)).toThrow('没有待确认的说明');
    }
  },
);

test('an answer that was decided on is not decided on again', () => {
  const decided = { ...GIVEN, state: 'CONFIRMED' } as const;
  expect(() => decidedAnswer(dispatcher, ANSWERED, decided)).toThrow(
    'findingAnswer CONFIRMED: confirmFinding',
  );
});
