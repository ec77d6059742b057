import { firstDayOf, rosterOfRegister, type Register } from './register-roster';

/** Monday 16 to Sunday 22 November 2026. */
const WEEK = '2026-W47';
const wang = { id: 'w', name: '王敏', subject: 'wang' };
const post = { personId: 'w', centerCode: 'HEALTH', since: '2026-01-05', until: null };
const register = (more: Partial<Register> = {}): Register => ({
  people: [wang],
  posts: [post],
  leaves: [],
  ...more,
});
const staffIn = (more: Partial<Register>) => rosterOfRegister(register(more)).staffIn(WEEK);

test('everybody with a post in a center is on its staff, planned or not', () => {
  expect(staffIn({})).toEqual([
    { centerCode: 'HEALTH', subject: 'wang', name: '王敏', centers: ['HEALTH'], absentDays: [] },
  ]);
  expect(staffIn({ posts: [] })).toEqual([]);
  expect(rosterOfRegister(register()).staffIn('2026-W54')).toEqual([]);
});

test('who left before the week or came after it is not, and a part of the week counts as it is', () => {
  expect(staffIn({ posts: [{ ...post, until: '2026-11-15' }] })).toEqual([]);
  expect(staffIn({ posts: [{ ...post, since: '2026-11-23' }] })).toEqual([]);
  expect(staffIn({ posts: [{ ...post, since: '2026-11-18' }] })).toMatchObject([
    { absentDays: ['2026-11-16', '2026-11-17'] },
  ]);
  expect(staffIn({ posts: [{ ...post, until: '2026-11-20' }] })).toMatchObject([
    { absentDays: ['2026-11-21', '2026-11-22'] },
  ]);
});

test('days of leave are days of absence, those of another person are not', () => {
  const leave = { personId: 'w', since: '2026-11-19', until: '2026-12-01' };
  const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'];
  expect(staffIn({ leaves: [leave] })).toMatchObject([{ absentDays: days }]);
  expect(staffIn({ leaves: [{ ...leave, personId: 'x' }] })).toMatchObject([{ absentDays: [] }]);
});

test('a person with two posts is asked once, in the center of the older one', () => {
  const other = { ...post, centerCode: 'CIVIL_AFFAIRS', since: '2025-06-02' };
  expect(staffIn({ posts: [post, other] })).toMatchObject([
    { centerCode: 'CIVIL_AFFAIRS', centers: ['CIVIL_AFFAIRS', 'HEALTH'] },
  ]);
  // A change of posts within the week leaves no day out.
  const [first, second] = [
    { ...post, until: '2026-11-17' },
    { ...other, since: '2026-11-18' },
  ];
  expect(staffIn({ posts: [second, first] })).toMatchObject([{ centerCode: 'HEALTH', absentDays: [] }]);
});

test('namesakes in a center are told apart by their subjects', () => {
  const namesake = { id: 'v', name: '王敏', subject: 'wang-2' };
  const posts = [post, { ...post, personId: 'v' }];
  expect(staffIn({ people: [wang, namesake], posts }).map(({ name }) => name)).toEqual([
    '王敏（wang）',
    '王敏（wang-2）',
  ]);
  const apart = [post, { ...post, personId: 'v', centerCode: 'CIVIL_AFFAIRS' }];
  expect(staffIn({ people: [wang, namesake], posts: apart }).map(({ name }) => name)).toEqual([
    '王敏',
    '王敏',
  ]);
});

test('the register begins with its first post', () => {
  expect(firstDayOf(register({ posts: [post, { ...post, since: '2025-06-02' }] }))).toBe('2025-06-02');
  expect(firstDayOf(register({ posts: [] }))).toBeUndefined();
});
