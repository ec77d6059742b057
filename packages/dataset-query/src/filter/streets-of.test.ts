import { parseFilter } from './parse-filter';
import { streetsOf } from './streets-of';

test.each([
  ["street eq 'DAYU'", ['DAYU']],
  ["'DAYU' eq street", ['DAYU']],
  ["street in ('DAYU','CHENGZI', null)", ['DAYU', 'CHENGZI']],
  ["overdue and street in ('DAYU','CHENGZI') and street ne 'MARS' and street eq 'DAYU'", ['DAYU']],
  ["street eq 'DAYU' and street eq 'CHENGZI'", []],
  ["street eq 'DAYU' or (street eq 'CHENGZI' and overdue)", ['DAYU', 'CHENGZI']],
  ["street eq 'DAYU' or overdue", undefined],
  ["not (street eq 'DAYU')", undefined],
  ["street ne 'DAYU'", undefined],
  ["street ge 'DAYU'", undefined],
  ["tolower(street) eq 'dayu'", undefined],
  ["street_name eq 'DAYU'", undefined],
  ['street eq center', undefined],
  ['overdue', undefined],
])('%s', (filter, streets) => {
  const found = streetsOf(parseFilter(filter));
  expect(found && [...found]).toEqual(streets);
});

test('without a condition any street is possible', () => {
  expect(streetsOf(undefined)).toBeUndefined();
});
