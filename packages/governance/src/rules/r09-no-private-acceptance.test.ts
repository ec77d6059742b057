import { chinese, fieldsOf } from '../../test-support/violations';
import { HandoverAct } from '../vocabulary/acting';
import { r09 } from './r09-no-private-acceptance';

const ACTS = Object.values(HandoverAct);

describe.each(ACTS)('%s', (act) => {
  test.each(['DISPATCHER', 'COMMITTEE_CLERK', 'AUDITOR', ''])(
    'is not forbidden by this rule to %j',
    (role) => {
      expect(r09.check({ role, act })).toEqual([]);
    },
  );

  test.each([
    ['STREET_LEADER', '街道主要领导不得自行'],
    ['CENTER_HEAD', '中心负责人不得自行'],
  ])('is forbidden to %s, and the correction is named', (role, text) => {
    const violations = r09.check({ role, act });
    expect(fieldsOf(r09, violations)).toEqual(['role']);
    expect(chinese(violations)).toContain(text);
  });
});

test('each act has its own correction', () => {
  const messages = ACTS.map((act) => chinese(r09.check({ role: 'STREET_LEADER', act })));
  expect(messages[0]).toContain('提交街道工委研究');
  expect(messages[1]).toContain('由综合管理中心派单');
  expect(messages[2]).toContain('在周例会上提出');
});
