import type { Actor } from '@mtg/access';
import { verifyChain } from '@mtg/commands';
import { centerHead, centerStaff, communitySecretary } from '../../support/actors';
import { dispatchStage, people, type DispatchStage, type Row } from '../../support/dispatch';
import { DELUYUAN, refusal } from './community-work-support';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage();
});
afterAll(() => stage?.dayu.close());

let serial = 0;
const decision = () => ({
  number: `大峪工委〔2026〕增${(serial += 1)}号`,
  decidedAt: '2026-03-09T01:00:00Z',
  summary: '同意',
});
const OLD_TOWN = { code: 'OLD_TOWN', name: '老城服务中心', functionText: '服务老城居民' };
const SELECTION = `localCenter { id code name functionText number type aliases sections { name } deletedAt
  source { kind document } decision { number } closingDecision { number } }`;
const add = (input: Row = {}, as: Actor = people.clerk) =>
  stage.run('addLocalCenter', { ...OLD_TOWN, decision: decision(), ...input }, as, SELECTION);
const close = (input: Row = {}, as: Actor = people.clerk) =>
  stage.run('closeLocalCenter', { centerCode: 'OLD_TOWN', decision: decision(), ...input }, as, SELECTION);
const rows = () =>
  stage.dayu.store.query(
    'SELECT c.*, (SELECT count(*)::int FROM committee_decision) AS decisions FROM plain_local_center c ORDER BY code',
  );
const head = centerHead('DAYU', 'OLD_TOWN');

test('the committee’s clerk adds a center by a decision, and the audit and the source have it', async () => {
  const given = decision();
  const { payload } = await add({ decision: given });
  const center = payload?.['localCenter'];
  expect(center).toEqual({
    id: expect.any(String),
    ...OLD_TOWN,
    number: null,
    type: null,
    aliases: [],
    sections: [],
    deletedAt: null,
    source: { kind: 'DOCUMENT', document: given.number },
    decision: { number: given.number },
    closingDecision: null,
  });
  const [entry] = await stage.dayu.store.query(
    `SELECT targets FROM audit_entry WHERE command = 'addLocalCenter' ORDER BY sequence DESC LIMIT 1`,
  );
  expect(entry?.['targets']).toContain(center.id);
  expect((await verifyChain(stage.dayu.database, 'DAYU')).problems).toEqual([]);
});

describe('an added center is a center like the others', () => {
  const ask = async (selection: string, as: Actor = people.leader): Promise<Row> =>
    stage.read(`{ dayu { ${selection} } }`, {}, as);

  it('leads to its decision for those who read decisions', async () => {
    const found = 'localCenters { ... on PlainLocalCenter { decision { number } } }';
    const ofLeader = await ask(found);
    expect(ofLeader['localCenters']).toEqual([{ decision: { number: expect.any(String) } }]);
    const staff = await stage.dayu.ask(
      `{ dayu { ${found} } }`,
      {},
      { as: communitySecretary('DAYU', DELUYUAN) },
    );
    expect(staff.data).toMatchObject({ dayu: { localCenters: [{ decision: null }] } });
  });

  it('in the lists and the number of centers, with the seven as they are', async () => {
    const { centers, localCenters, counts } = await ask(
      'centers { __typename code } localCenters { code } counts { functionalCenters localCenters }',
    );
    expect(centers).toHaveLength(8);
    expect(centers.at(-1)).toEqual({ __typename: 'PlainLocalCenter', code: 'OLD_TOWN' });
    expect(localCenters).toEqual([{ code: 'OLD_TOWN' }]);
    expect(counts).toEqual({ functionalCenters: 7, localCenters: 1 });
  });

  it('in the search, by name and by function', async () => {
    for (const text of ['老城服务', '服务老城居民', 'OLD_TOWN']) {
      const { search } = await ask(`search(text: "${text}") { typeName }`);
      expect(search).toContainEqual({ typeName: 'PlainLocalCenter' });
    }
  });

  it('as the one that plans and makes a visit', async () => {
    const planned = { centerCode: 'OLD_TOWN', day: '2026-03-09', people: ['staff-OLD_TOWN'] };
    const plan = { ...planned, communityCodes: [DELUYUAN], route: '南', actions: '看' };
    const { visitPlan } = await stage.must('planVisit', plan, head, 'visitPlan { id }');
    const visit = { centerCode: 'OLD_TOWN', communityCode: DELUYUAN, day: '2026-03-09', form: 'CALL' };
    const said = { planId: visitPlan.id, record: '走访', sentimentLogs: [{ text: '停车难' }] };
    const { communityVisit } = await stage.must(
      'recordVisit',
      { ...visit, ...said },
      centerStaff('DAYU', 'OLD_TOWN'),
      'communityVisit { center { name __typename } }',
    );
    expect(communityVisit.center).toEqual({ name: '老城服务中心', __typename: 'PlainLocalCenter' });
  });

  it('as the one that makes a plan', async () => {
    const items = [
      { kind: 'KEY_POINT', content: '便民服务' },
      { kind: 'INNOVATION', content: '上门代办' },
    ];
    const plan = { centerCode: 'OLD_TOWN', period: '2026', items };
    const { plan: drafted } = await stage.must('draftPlan', plan, head, 'plan { center { name } }');
    expect(drafted).toEqual({ center: { name: '老城服务中心' } });
  });

  it('as the one that receives an order, and is not closed while the order is open', async () => {
    const order = await stage.order({ centerCode: 'OLD_TOWN' });
    const before = await rows();
    expect(refusal(await close())).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.centerCode' });
    expect(await rows()).toEqual(before);
    const accepted = { workOrderId: order['id'] };
    expect(await stage.must('acceptWorkOrder', accepted, head)).toMatchObject({ state: 'ACCEPTED' });
    await stage.must('cancelWorkOrder', { ...accepted, reason: '撤销中心' }, people.dispatcher);
  });
});

test.each<[string, Row, string]>([
  ['one of the seven', { code: 'HEALTH' }, 'input.code'],
  ['a code that is taken', { name: '另一中心' }, 'input.code'],
  ['a code in small letters', { code: 'new', name: '另一中心' }, 'input.code'],
  ['a name that is taken', { code: 'NEW' }, 'input.name'],
  ['no decision', { code: 'NEW', name: '另一中心', decision: null }, 'input.decision'],
])('nothing is written for %s', async (_, input, field) => {
  const before = await rows();
  expect(refusal(await add(input))).toMatchObject({ code: 'BAD_USER_INPUT', field });
  expect(await rows()).toEqual(before);
});

test('no other role adds or closes one, and another kind of decision does not do', async () => {
  const before = await rows();
  const other = { code: 'NEW', name: '另一中心' };
  for (const as of [people.leader, people.dispatcher, people.office, head]) {
    expect(refusal(await add(other, as))).toMatchObject({ code: 'FORBIDDEN' });
    expect(refusal(await close({}, as))).toMatchObject({ code: 'FORBIDDEN' });
  }
  const decisionId = await stage.decision('KEY_POINT');
  const added = (await rows())[0]?.['decisions'];
  expect(refusal(await add({ ...other, decision: null, decisionId }))).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.decisionId',
  });
  expect(await rows()).toEqual(before.map((row) => ({ ...row, decisions: added })));
});

test('the role that serves changes nothing of a center but that it is closed', async () => {
  const change = (set: string) => stage.dayu.runtime.query(`UPDATE plain_local_center SET ${set}`);
  await expect(change(`name = '改名'`)).rejects.toThrow('a correction changes no such column');
  await expect(change(`deleted_at = now()`)).rejects.toThrow('plain_local_center_closed');
  await expect(stage.dayu.runtime.query('DELETE FROM plain_local_center')).rejects.toThrow(
    'permission denied',
  );
});

test('a closed center takes no work, is in no list, and still has its name where rows cite it', async () => {
  const given = decision();
  expect((await close({ decision: given })).payload?.['localCenter']).toMatchObject({
    deletedAt: expect.any(String),
    closingDecision: { number: given.number },
  });
  const draft = await stage.draft({ centerCode: 'OLD_TOWN' });
  expect(refusal(await stage.run('dispatchWorkOrder', draft))).toMatchObject({
    code: 'NOT_FOUND',
    field: 'input.centerCode',
  });
  expect(refusal(await close())).toMatchObject({ code: 'NOT_FOUND', field: 'input.centerCode' });
  expect(refusal(await add({ name: '另一中心' }))).toMatchObject({ field: 'input.code' });
  const { localCenters, communityVisits } = await stage.read(
    '{ dayu { localCenters { code } communityVisits { nodes { center { name deletedAt } } } } }',
    {},
    people.leader,
  );
  expect(localCenters).toEqual([]);
  expect(communityVisits.nodes).toEqual([
    { center: { name: '老城服务中心', deletedAt: expect.any(String) } },
  ]);
});

test('one of the seven is not closed', async () => {
  expect(refusal(await close({ centerCode: 'HEALTH' }))).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.centerCode',
  });
});
