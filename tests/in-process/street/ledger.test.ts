import type { Actor } from '@mtg/access';
import { definition } from '../../../subgraphs/dayu/src';
import { centerHead, centerStaff, communitySecretary, peopleOf } from '../../support/actors';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import {
  DELUYUAN,
  refusal,
  SHICHANGJIE,
  steppingClock,
  weeklyMeetingsOf,
  YUEJIYUAN,
} from './community-work-support';

const people = peopleOf('DAYU');
const staff = centerStaff('DAYU', 'HEALTH');
const otherHead = centerHead('DAYU', 'SOCIAL_MOBILIZATION');
const secretary = communitySecretary('DAYU', DELUYUAN);

let dayu: TestSubgraph;
let street: ReturnType<typeof weeklyMeetingsOf>;
beforeAll(async () => {
  // Monday half past midnight in Asia/Shanghai; in UTC it is still Sunday.
  dayu = await startTestSubgraph(definition, { clock: steppingClock('2026-03-01T16:30:00Z') });
  street = weeklyMeetingsOf(dayu, 'dayu', 'DAYU');
});
afterAll(() => dayu.close());

const STATEMENT = { text: '社区卫生服务站一处', count: 1, source: '社区走访', verifiedOn: '2026-02-28' };
const ENTRY = { centerCode: 'HEALTH', communityCode: DELUYUAN, kind: 'RESOURCE', ...STATEMENT };
const SELECTION =
  'ledgerEntry { id version text count source verifiedOn reason amendedAt previous { id version amendedAt } }';
const run =
  (command: string) =>
  (input: object, as: Actor = staff) =>
    street.run(command, { ...input }, SELECTION, as);
const record = (more: object = {}, as?: Actor) => run('recordLedgerEntry')({ ...ENTRY, ...more }, as);
const verify = run('verifyLedgerEntry');
const amend = (input: object, as?: Actor) =>
  run('amendLedgerEntry')({ reason: '新建一处', ...STATEMENT, ...input }, as);
const recorded = async (): Promise<{ ledgerEntryId: string }> => {
  const { payload } = await record();
  return { ledgerEntryId: payload?.['ledgerEntry'].id };
};
const rows = () => dayu.store.query('SELECT * FROM ledger_entry ORDER BY id');

test('an entry is recorded, verified again and amended, and its history stays (R27)', async () => {
  const first = await recorded();
  const verified = await verify({ ...first, expectedVersion: 1, verifiedOn: '2026-03-02' });
  expect(verified.payload?.['ledgerEntry']).toMatchObject({ version: 2, verifiedOn: '2026-03-02', count: 1 });
  const amended = await amend({ ...first, expectedVersion: 2, count: 2, verifiedOn: '2026-03-02' });
  expect(amended.payload?.['ledgerEntry']).toEqual({
    ...STATEMENT,
    id: expect.any(String) as string,
    version: 1,
    count: 2,
    verifiedOn: '2026-03-02',
    reason: '新建一处',
    amendedAt: null,
    previous: { id: first.ledgerEntryId, version: 3, amendedAt: expect.any(String) as string },
  });
  const { data } = await street.ask(
    `ledgerEntries(filter: { communityCode: "${DELUYUAN}", amendedAtIsNull: true }) { nodes { count verifiedBy previous { count amendment { count } } } }`,
    secretary,
  );
  expect(data).toEqual({
    dayu: {
      ledgerEntries: {
        nodes: [{ count: 2, verifiedBy: staff.subject, previous: { count: 1, amendment: { count: 2 } } }],
      },
    },
  });
});

describe('a refusal changes nothing', () => {
  test.each<[string, object, string]>([
    ['no text', { text: ' ' }, 'text'],
    ['no source', { source: null }, 'source'],
    ['no day', { verifiedOn: null }, 'verifiedOn'],
    ['a day to come', { verifiedOn: '2026-03-03' }, 'verifiedOn'],
  ])('an entry or an amendment with %s breaks R27', async (_, more, missing) => {
    const entry = await recorded();
    const before = await rows();
    const refused = { code: 'RULE_VIOLATION', rule: 'R27', missing: [missing] };
    expect(refusal(await record(more))).toMatchObject(refused);
    expect(refusal(await amend({ ...entry, expectedVersion: 1, ...more }))).toMatchObject(refused);
    expect(await rows()).toEqual(before);
  });

  test('a verification before the last one breaks R27', async () => {
    const entry = { ...(await recorded()), expectedVersion: 1 };
    const before = await rows();
    const refused = { code: 'RULE_VIOLATION', rule: 'R27', missing: ['verifiedOn'] };
    expect(refusal(await verify({ ...entry, verifiedOn: '2026-02-27' }))).toMatchObject(refused);
    expect(refusal(await amend({ ...entry, verifiedOn: '2026-02-27' }))).toMatchObject(refused);
    expect(await rows()).toEqual(before);
  });

  test('history is neither verified nor amended again', async () => {
    const first = await recorded();
    await amend({ ...first, expectedVersion: 1 });
    const before = await rows();
    const again = { ...first, expectedVersion: 2 };
    expect(refusal(await verify({ ...again, verifiedOn: '2026-03-01' }))).toMatchObject({ code: 'CONFLICT' });
    expect(refusal(await amend(again))).toMatchObject({ code: 'CONFLICT' });
    await expect(
      dayu.store.query(`UPDATE ledger_entry SET count = 9 WHERE id = '${first.ledgerEntryId}'`),
    ).rejects.toThrow('an amended ledger entry stays as it is');
    expect(await rows()).toEqual(before);
  });

  test('another center, another street’s community, a count below zero', async () => {
    const entry = { ...(await recorded()), expectedVersion: 1, verifiedOn: '2026-03-02' };
    const before = await rows();
    for (const as of [otherHead, secretary, people.dispatcher]) {
      expect(refusal(await record({}, as))).toMatchObject({ code: 'FORBIDDEN' });
      expect(refusal(await verify(entry, as))).toMatchObject({ code: 'FORBIDDEN' });
      expect(refusal(await amend(entry, as))).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(refusal(await record({ communityCode: SHICHANGJIE }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(refusal(await record({ count: -1 }))).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await rows()).toEqual(before);
  });
});

test('a secretary reads the ledger of the own community only', async () => {
  await record({ communityCode: YUEJIYUAN });
  const list = 'ledgerEntries(first: 500) { nodes { communityCode } }';
  const codes = async (as: Actor) => {
    const { data } = await street.ask(list, as);
    const { ledgerEntries } = (data as { dayu: { ledgerEntries: { nodes: { communityCode: string }[] } } })
      .dayu;
    return [...new Set(ledgerEntries.nodes.map(({ communityCode }) => communityCode))].toSorted();
  };
  expect(await codes(secretary)).toEqual([DELUYUAN]);
  expect(await codes(people.office)).toEqual([DELUYUAN, YUEJIYUAN]);
});
