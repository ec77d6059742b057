import { camelCase, pluralOf } from './names';

it.each([
  ['work_order', 'work_orders'],
  ['community', 'communities'],
  ['ledger_entry', 'ledger_entries'],
  ['calendar_day', 'calendar_days'],
  ['minutes', 'minutes'],
])('the plural of %s is %s', (name, plural) => expect(pluralOf(name)).toBe(plural));

test('a name in GraphQL has no underscores', () => expect(camelCase('center_1_name')).toBe('center1Name'));
