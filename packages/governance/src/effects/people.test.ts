import { actAs } from '../../test-support/act';
import { actingInPost, endedPost, requireNotActedIn } from './acting';
import { recordedLeave } from './leave';
import { cancelledRecord, registeredPerson, type Holding } from './people';
import { appointedToPost } from './posts';

const clerk = actAs('COMMITTEE_CLERK');
const wang = { id: 'w', name: '王敏', since: '2026-01-05' };
const li = { id: 'l', name: '李强', since: '2026-01-05' };
const POSTS = [
  { code: 'HEALTH/DIRECTOR', kind: 'DIRECTOR', sectionName: null },
  { code: 'HEALTH/DEPUTY/计生办', kind: 'DEPUTY_DIRECTOR', sectionName: '计生办' },
] as const;
const DRAFT = {
  person: wang,
  kind: 'DIRECTOR',
  centerCode: 'HEALTH',
  postCode: null,
  since: '2026-02-02',
  posts: POSTS,
  holdings: [],
} as const;
const holding = (more: Partial<Holding> = {}): Holding => ({
  ...appointedToPost(clerk, DRAFT),
  id: 'h',
  version: 1,
  personName: '王敏',
  ...more,
});

test('a person is registered with a first day up to today', () => {
  const person = { name: '王敏', subject: 'wang', since: '2026-11-18' };
  expect(registeredPerson(clerk, person)).toEqual(person);
  expect(() => registeredPerson(clerk, { ...person, since: '2026-11-19' })).toThrow('input.since');
});

describe('a post', () => {
  const appoint = (more: object) => () => appointedToPost(clerk, { ...DRAFT, ...more });

  test('of the director is found by the center, that of a deputy is named, and staff have none', () => {
    expect(appointedToPost(clerk, DRAFT)).toMatchObject({ postCode: 'HEALTH/DIRECTOR', until: null });
    const deputy = { kind: 'DEPUTY_DIRECTOR', postCode: 'HEALTH/DEPUTY/计生办' };
    expect(appoint(deputy)()).toMatchObject(deputy);
    expect(appoint({ kind: 'STAFF' })()).toMatchObject({ postCode: null });
    expect(appoint({ posts: [] })()).toMatchObject({ postCode: null });
    expect(appoint({ ...deputy, postCode: null })).toThrow(
      'input.postCode: 请填写该中心中心副主任的职位代码：HEALTH/DEPUTY/计生办（计生办）',
    );
    expect(appoint({ postCode: 'HEALTH/DEPUTY/计生办' })).toThrow('input.postCode');
    expect(appoint({ kind: 'STAFF', postCode: 'HEALTH/DIRECTOR' })).toThrow('input.postCode');
    expect(appoint({ centerCode: null, posts: [] })).toThrow('input.centerCode');
    expect(appoint({ centerCode: null, posts: [], kind: 'STAFF' })()).toMatchObject({ centerCode: null });
  });

  test('begins in the service of the street and not in the future', () => {
    expect(appoint({ since: '2026-01-04' })).toThrow('input.since: 2026-01-04 早于王敏到岗之日 2026-01-05');
    expect(appoint({ since: '2026-11-19' })).toThrow('input.since');
  });

  test.each<[string, Partial<Holding>, boolean]>([
    ['held since', {}, true],
    ['held until that day', { until: '2026-02-02' }, true],
    ['held from a later day on', { since: '2026-03-02' }, true],
    ['held until the day before', { since: '2026-01-05', until: '2026-02-01' }, false],
    ['recorded wrongly', { cancelledAt: new Date() }, false],
    ['acted in', { actingForId: 'x' }, false],
    ['of another center', { centerCode: 'CIVIL_AFFAIRS', postCode: 'CIVIL_AFFAIRS/DIRECTOR' }, false],
  ])('of director is given to another person while it is %s: refused %#', (_, more, isRefused) => {
    const attempt = appoint({ person: li, holdings: [holding(more)] });
    if (isRefused) expect(attempt).toThrow('input.since: 王敏自');
    else expect(attempt()).toMatchObject({ personId: 'l' });
  });

  test('of staff is held by many, by one person once', () => {
    const staff = holding({ kind: 'STAFF', postCode: null });
    expect(appoint({ kind: 'STAFF', person: li, holdings: [staff] })()).toMatchObject({ personId: 'l' });
    expect(appoint({ kind: 'STAFF', holdings: [staff] })).toThrow('input.since: 王敏自');
  });

  test('ends once, between its first day and today', () => {
    expect(endedPost(clerk, holding(), '2026-02-02')).toEqual({ until: '2026-02-02' });
    expect(() => endedPost(clerk, holding(), '2026-02-01')).toThrow('input.until');
    expect(() => endedPost(clerk, holding(), '2026-11-19')).toThrow('input.until');
    expect(() => endedPost(clerk, holding({ until: '2026-03-01' }), '2026-03-02')).toThrow('state');
    expect(() => endedPost(clerk, holding({ cancelledAt: new Date() }), '2026-03-02')).toThrow('state');
  });
});

describe('acting in a post', () => {
  const act = (more: object) => () =>
    actingInPost(clerk, { person: li, held: holding(), since: '2026-03-02', acting: [], ...more });
  const acting = holding({ ...act({})(), id: 'a', personName: '李强' });

  test('adds a record for another person in the same post', () => {
    const { kind, centerCode, postCode } = holding();
    expect(act({})()).toMatchObject({ personId: 'l', kind, centerCode, postCode, actingForId: 'h' });
  });

  test('is refused to its holder, to a second person at a time, and outside the term', () => {
    expect(act({ person: wang })).toThrow('input.personId');
    expect(act({ acting: [acting] })).toThrow('input.since: 李强自');
    expect(act({ acting: [{ ...acting, until: '2026-03-01' }] })()).toBeDefined();
    expect(act({ acting: [{ ...acting, cancelledAt: new Date() }] })()).toBeDefined();
    expect(act({ since: '2026-02-01' })).toThrow('input.since: 2026-02-01 早于王敏任此职之日');
    expect(act({ since: '2026-11-19' })).toThrow('input.since');
    expect(act({ held: holding({ until: '2026-04-01' }) })).toThrow('state');
    expect(act({ held: holding({ cancelledAt: new Date() }) })).toThrow('state');
    expect(act({ held: acting })).toThrow('state');
  });

  test('bounds the end of the post, and goes before a wrong record of it', () => {
    expect(() => endedPost(clerk, holding(), '2026-03-01', [acting])).toThrow('input.until');
    const over = { ...acting, until: '2026-03-06' };
    expect(() => endedPost(clerk, holding(), '2026-03-05', [over])).toThrow('input.until');
    expect(endedPost(clerk, holding(), '2026-03-05', [{ ...over, cancelledAt: new Date() }])).toBeDefined();
    expect(() => requireNotActedIn(clerk, holding(), [acting])).toThrow('state : 李强自 2026-03-02 起代理');
    requireNotActedIn(clerk, holding(), [{ ...acting, cancelledAt: new Date() }]);
  });
});

test('a record is cancelled once, with a reason', () => {
  expect(cancelledRecord(clerk, holding(), '记错')).toEqual({
    cancelledAt: clerk.now,
    cancellationReason: '记错',
  });
  expect(() => cancelledRecord(clerk, holding({ cancelledAt: new Date() }), '记错')).toThrow('state');
});

test('a leave lies in the service of the street, past or to come, on days without another', () => {
  const days = { since: '2026-12-01', until: '2026-12-05' };
  const leave =
    (more: object, leaves: Parameters<typeof recordedLeave>[1]['leaves'] = []) =>
    () =>
      recordedLeave(clerk, { person: wang, ...days, ...more, leaves });
  expect(leave({})()).toMatchObject({ personId: 'w', ...days, cancelledAt: null });
  expect(leave({ until: '2026-11-30' })).toThrow('input.until');
  expect(leave({ since: '2026-01-04' })).toThrow('input.since');
  const taken = { since: '2026-12-05', until: '2026-12-09', cancelledAt: null };
  expect(leave({}, [taken])).toThrow('input.since: 王敏在 2026-12-05 至 2026-12-09 已登记休假');
  expect(leave({}, [{ ...taken, since: '2026-12-06' }])()).toBeDefined();
  expect(leave({}, [{ ...taken, cancelledAt: new Date() }])()).toBeDefined();
});
