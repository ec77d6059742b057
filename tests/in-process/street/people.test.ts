import { definition } from '../../../subgraphs/dayu/src';
import { centerHead, peopleOf } from '../../support/actors';
import { give } from '../../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const { clerk, dispatcher, leader, auditor, office, analyst } = peopleOf('DAYU');
const NOW = new Date('2026-11-18T02:00:00Z');
const NOWHERE = '0198c0de-0000-7000-8000-000000000000';

let dayu: TestSubgraph;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock: { now: () => NOW } });
});
afterAll(() => dayu.close());

const run = (command: string, input: object, selection: string, as: object = clerk) =>
  give(dayu, 'dayu', command, input as never, selection, { as: as as never });
const must = async (...given: Parameters<typeof run>) => {
  const { payload, errors } = await run(...given);
  expect(errors).toEqual([]);
  return payload ?? {};
};
let people = 0;
const person = async (name = '王敏', since = '2026-01-05'): Promise<string> => {
  const input = { name, subject: `subject-${(people += 1)}`, since };
  return (await must('registerPerson', input, 'person { id }'))['person'].id;
};
const HELD =
  'postHolding { id version kind centerCode since until post { code } person { name } actingFor { id } }';
const appoint = async (personId: string, more: object = {}) => {
  const post = { kind: 'STAFF', centerCode: 'HEALTH', since: '2026-02-02' };
  return (await must('appointToPost', { personId, ...post, ...more }, HELD))['postHolding'];
};
const rows = () =>
  dayu.store.query(
    `SELECT (SELECT count(*) FROM person) AS people, (SELECT sum(version) FROM post_holding) AS posts,
       (SELECT sum(version) FROM leave) AS leaves`,
  );
async function refused(command: string, input: object, expected: object, as?: object): Promise<void> {
  const before = await rows();
  const { payload, errors } = await run(command, input, '__typename', as);
  expect(payload).toBeNull();
  expect(errors[0]?.extensions).toMatchObject(expected);
  expect(await rows()).toEqual(before);
}
const wrong = (field: string) => ({ code: 'BAD_USER_INPUT', field: `input.${field}` });

test('a person is registered once by a subject, and read with posts and leaves by those who may', async () => {
  const input = { name: '赵一', subject: 'zhao', since: '2026-01-05' };
  const { person: zhao } = await must('registerPerson', input, 'person { id name subject since }');
  expect(zhao).toEqual({ id: zhao.id, ...input });
  await refused('registerPerson', { ...input, name: '钱二' }, wrong('subject'));
  await refused('registerPerson', { ...input, subject: 'qian', since: '2026-11-19' }, wrong('since'));
  await appoint(zhao.id);
  await must(
    'recordLeave',
    { personId: zhao.id, kind: 'SICK', since: '2026-03-02', until: '2026-03-03' },
    'leave { id }',
    dispatcher,
  );
  const query = `{ dayu { person(id: "${zhao.id}") { name posts { kind centerCode } leaves { kind since until } } } }`;
  for (const as of [clerk, leader, dispatcher, auditor, centerHead('DAYU', 'CIVIL_AFFAIRS')]) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await dayu.ask(query, {}, { as })).data).toEqual({
      dayu: {
        person: {
          name: '赵一',
          posts: [{ kind: 'STAFF', centerCode: 'HEALTH' }],
          leaves: [{ kind: 'SICK', since: '2026-03-02', until: '2026-03-03' }],
        },
      },
    });
  }
  for (const as of [office, analyst]) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await dayu.ask(query, {}, { as })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  }
});

describe('posts', () => {
  test('a center has one director at a time: the next begins after the last day of the one before', async () => {
    const [first, second] = [await person('李一'), await person('李二')];
    const director = { kind: 'DIRECTOR', centerCode: 'CIVIL_AFFAIRS' };
    const held = await appoint(first, director);
    expect(held).toMatchObject({ until: null, post: { code: 'CIVIL_AFFAIRS/DIRECTOR' }, actingFor: null });
    const next = { personId: second, ...director, since: '2026-06-01' };
    await refused('appointToPost', next, wrong('since'));
    const { postHolding } = await must('endPost', { postHoldingId: held.id, until: '2026-05-31' }, HELD);
    expect(postHolding).toMatchObject({ until: '2026-05-31', version: 2 });
    await refused('appointToPost', { ...next, since: '2026-05-31' }, wrong('since'));
    await appoint(second, { ...director, since: '2026-06-01' });
    await refused('endPost', { postHoldingId: held.id, until: '2026-06-01' }, { code: 'CONFLICT' });
  });

  test('of deputies are those of the sections, one person each', async () => {
    const [first, second] = [await person(), await person()];
    const deputy = { kind: 'DEPUTY_DIRECTOR', centerCode: 'HEALTH' };
    const post = { ...deputy, postCode: 'HEALTH/DEPUTY/计生办' };
    await appoint(first, post);
    await refused('appointToPost', { personId: second, ...post, since: '2026-03-02' }, wrong('since'));
    await appoint(second, { ...deputy, postCode: 'HEALTH/DEPUTY/红十字会' });
    const without = { personId: second, ...deputy, since: '2026-02-02' };
    await refused('appointToPost', without, wrong('postCode'));
    await refused(
      'appointToPost',
      { ...without, postCode: 'CIVIL_AFFAIRS/DEPUTY/民政科' },
      wrong('postCode'),
    );
    await refused(
      'appointToPost',
      { ...without, kind: 'STAFF', centerCode: 'NOWHERE' },
      { code: 'NOT_FOUND' },
    );
    await refused('appointToPost', { ...without, postCode: 'NOWHERE' }, { code: 'NOT_FOUND' });
    await refused('appointToPost', { ...without, personId: NOWHERE }, { code: 'NOT_FOUND' });
  });

  test('nothing precedes the first day of the person', async () => {
    const personId = await person('孙三', '2026-03-02');
    const post = { personId, kind: 'STAFF', centerCode: 'HEALTH' };
    await refused('appointToPost', { ...post, since: '2026-03-01' }, wrong('since'));
    const leave = { personId, kind: 'ANNUAL', until: '2026-03-06' };
    await refused('recordLeave', { ...leave, since: '2026-03-01' }, wrong('since'));
  });

  test('a person acts for the holder until the post ends; a wrong record is cancelled and kept', async () => {
    const [director, deputy, third] = [await person('周四'), await person('吴五'), await person('郑六')];
    const held = await appoint(director, { kind: 'DIRECTOR', centerCode: 'CULTURE_EDUCATION' });
    const acting = { postHoldingId: held.id, since: '2026-06-01' };
    await refused('actInPost', { ...acting, personId: director }, wrong('personId'));
    const { postHolding: wrongly } = await must('actInPost', { ...acting, personId: third }, HELD);
    expect(wrongly).toMatchObject({ person: { name: '郑六' }, actingFor: { id: held.id }, kind: 'DIRECTOR' });
    await refused('actInPost', { ...acting, personId: deputy }, wrong('since'));
    await refused('cancelPost', { postHoldingId: held.id, reason: '记错' }, { code: 'CONFLICT' });
    const { postHolding: cancelled } = await must(
      'cancelPost',
      { postHoldingId: wrongly.id, reason: '应为吴五' },
      'postHolding { cancelledAt cancellationReason }',
    );
    expect(cancelled).toEqual({ cancelledAt: NOW.toISOString(), cancellationReason: '应为吴五' });
    await refused('cancelPost', { postHoldingId: wrongly.id, reason: '再次' }, { code: 'CONFLICT' });
    const { postHolding } = await must('actInPost', { ...acting, personId: deputy }, HELD);
    await refused('endPost', { postHoldingId: held.id, until: '2026-05-31' }, wrong('until'));
    const { ended } = await must(
      'endPost',
      { postHoldingId: held.id, until: '2026-07-31' },
      'ended { id until }',
    );
    expect(ended).toEqual([{ id: postHolding.id, until: '2026-07-31' }]);
    await refused('actInPost', { ...acting, personId: third }, { code: 'CONFLICT' });
  });

  test('the database gives a post to one person, whatever writes', async () => {
    const director = { kind: 'DIRECTOR', centerCode: 'URBAN_MANAGEMENT' };
    const held = await appoint(await person(), director);
    const copy = `INSERT INTO post_holding (created_at, updated_at, person_id, kind, center_code, post_code, since)
      SELECT created_at, updated_at, person_id, kind, center_code, post_code, $2 FROM post_holding WHERE id = $1`;
    await expect(dayu.runtime.query(copy, [held.id, '2026-10-01'])).rejects.toThrow('one person at a time');
    const change = `UPDATE post_holding SET since = '2025-01-01' WHERE id = $1`;
    await expect(dayu.runtime.query(change, [held.id])).rejects.toThrow();
  });
});

test('a leave is recorded by the clerk or the dispatcher, past or to come, and cancelled with a reason', async () => {
  const personId = await person();
  const leave = { personId, kind: 'ANNUAL', since: '2026-12-01', until: '2026-12-05' };
  await refused('recordLeave', leave, { code: 'FORBIDDEN' }, centerHead('DAYU', 'HEALTH'));
  const { leave: recorded } = await must(
    'recordLeave',
    leave,
    'leave { id since until kind person { name } }',
  );
  expect(recorded).toMatchObject({ since: '2026-12-01', until: '2026-12-05', kind: 'ANNUAL' });
  await refused('recordLeave', { ...leave, since: '2026-12-05', until: '2026-12-08' }, wrong('since'));
  await refused('recordLeave', { ...leave, until: '2026-11-30' }, wrong('until'));
  const { leave: cancelled } = await must(
    'cancelLeave',
    { leaveId: recorded.id, reason: '未休' },
    'leave { cancellationReason }',
    dispatcher,
  );
  expect(cancelled).toEqual({ cancellationReason: '未休' });
  await refused('cancelLeave', { leaveId: recorded.id, reason: '再次' }, { code: 'CONFLICT' });
  await must('recordLeave', leave, 'leave { id }');
});
