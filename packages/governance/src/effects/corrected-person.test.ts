import { actAs } from '../../test-support/act';
import { requireEntry } from './corrected-person';

const clerk = actAs('COMMITTEE_CLERK');
const ENTRY = {
  name: '赵一',
  since: '2026-03-01',
  namesake: undefined,
  terms: [
    { since: '2026-03-01', cancelledAt: null },
    { since: '2026-02-01', cancelledAt: new Date('2026-02-02T01:00:00Z') },
  ],
};

test('a first day lies before all posts and leaves that are in force', () => {
  expect(() => requireEntry(clerk, ENTRY)).not.toThrow();
});

test.each<[string, object, string]>([
  ['after a post', { since: '2026-03-02' }, 'input.since: 赵一自 2026-03-01'],
  ['in the future', { since: '2026-11-19', terms: [] }, 'input.since: 2026-11-19 晚于今天'],
  ['with the subject of another', { namesake: '钱二' }, 'input.subject'],
])('none is corrected to one %s', (_, change, refusal) => {
  expect(() => requireEntry(clerk, { ...ENTRY, ...change })).toThrow(refusal);
});
