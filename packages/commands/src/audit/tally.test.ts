import { Tally, subjectOf, type Tallied } from './tally';

const by = (
  subject: string | undefined,
  command: string,
  requestId = 'r',
  code = 'BAD_USER_INPUT',
): Tallied => ({
  ...subjectOf(subject === undefined ? undefined : { subject, role: 'DISPATCHER', street: 'DAYU' }),
  command,
  code,
  rule: null,
  times: 1,
  inputDigest: `digest of ${requestId}`,
  requestId,
});

function tallyOf(refused: readonly Tallied[]): readonly Tallied[] {
  const tally = new Tally();
  for (const each of refused) tally.add(each);
  return tally.entries;
}

it('puts together what one was refused for one reason, with the last request', () => {
  const entries = tallyOf([
    by('a', 'x', 'r1'),
    by('b', 'x', 'r2'),
    by('a', 'y', 'r3'),
    by('a', 'x', 'r4', 'OVERLOADED'),
    by('a', 'x', 'r5'),
  ]);
  expect(entries).toEqual([
    { ...by('a', 'x', 'r5'), times: 2 },
    by('b', 'x', 'r2'),
    by('a', 'y', 'r3'),
    by('a', 'x', 'r4', 'OVERLOADED'),
  ]);
});

it('merges anonymous attempts beyond twenty kinds, and goes on counting known kinds', () => {
  const kinds = Array.from({ length: 30 }, (_, index) => by(undefined, `c${index}`, `r${index}`));
  const entries = tallyOf([...kinds, by('a', 'x'), by(undefined, 'c0', 'again')]);
  expect(entries).toHaveLength(22);
  expect(entries[0]).toEqual({ ...by(undefined, 'c0', 'again'), times: 2 });
  expect(entries[20]).toEqual({ ...by(undefined, 'unknown', 'r29'), times: 10 });
  expect(entries[21]).toEqual(by('a', 'x'));
});

it('leaves out who it was when there are too many', () => {
  const entries = tallyOf(Array.from({ length: 1100 }, (_, index) => by(`p${index}`, 'x')));
  expect(entries).toHaveLength(1001);
  expect(entries[1000]).toEqual({ ...by(undefined, 'x'), times: 100 });
});

it('puts together what one person tried beyond twenty kinds, under that person', () => {
  const kinds = Array.from({ length: 30 }, (_, index) => by('a', `c${index}`, `r${index}`));
  const entries = tallyOf([...kinds, by('b', 'x')]);
  expect(entries).toHaveLength(22);
  expect(entries[20]).toEqual({ ...by('a', 'unknown', 'r29'), times: 10 });
  expect(entries[21]).toEqual(by('b', 'x'));
});
