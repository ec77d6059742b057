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
const staff = centerStaff('DAYU', 'SOCIAL_MOBILIZATION');
const secretary = communitySecretary('DAYU', DELUYUAN);

let dayu: TestSubgraph;
let street: ReturnType<typeof weeklyMeetingsOf>;
beforeAll(async () => {
  // Monday half past midnight in Asia/Shanghai; in UTC it is still Sunday.
  dayu = await startTestSubgraph(definition, { clock: steppingClock('2026-03-01T16:30:00Z') });
  street = weeklyMeetingsOf(dayu, 'dayu', 'DAYU');
});
afterAll(() => dayu.close());

const DOCUMENT = {
  centerCode: 'SOCIAL_MOBILIZATION',
  communityCode: DELUYUAN,
  issuer: 'DISTRICT_PARTY_COMMITTEE',
  kind: 'DOCUMENT',
  title: '关于加强社区党建的意见',
  priorities: '建好社区大党委',
  conveyedOn: '2026-03-02',
};
const HIGHLIGHT = {
  centerCode: 'SOCIAL_MOBILIZATION',
  communityCode: DELUYUAN,
  title: '邻里互助队',
  content: '志愿者轮流照看独居老人',
};
const convey = (more: object = {}, as: Actor = staff) =>
  street.run(
    'conveyDocument',
    { ...DOCUMENT, ...more },
    'conveyedDocument { version issuer kind title priorities communityCode centerCode conveyedOn }',
    as,
  );
const highlight = (more: object = {}, as: Actor = staff) =>
  street.run(
    'recordHighlight',
    { ...HIGHLIGHT, ...more },
    'highlight { title communityCode centerCode }',
    as,
  );
const rows = () =>
  dayu.store.query(
    'SELECT (SELECT count(*) FROM conveyed_document) AS documents, (SELECT count(*) FROM highlight) AS highlights',
  );

test('documents are conveyed, and good examples found (R26)', async () => {
  const conveyed = await convey();
  expect(conveyed).toEqual({ errors: [], payload: { conveyedDocument: { version: 1, ...DOCUMENT } } });
  const found = await highlight();
  expect(found.payload?.['highlight']).toEqual({
    title: HIGHLIGHT.title,
    communityCode: DELUYUAN,
    centerCode: 'SOCIAL_MOBILIZATION',
  });
  const own = await highlight({ centerCode: null }, secretary);
  expect(own.payload?.['highlight']).toMatchObject({ centerCode: null });
  const credited = await highlight({ centerCode: 'HEALTH' }, secretary);
  expect(credited.payload?.['highlight']).toMatchObject({ centerCode: null });
  expect(
    (await convey({ communityCode: YUEJIYUAN }, centerHead('DAYU', 'SOCIAL_MOBILIZATION'))).errors,
  ).toEqual([]);
});

describe('what breaks R26, or makes no sense, is refused and changes nothing', () => {
  test.each<[string, object, string]>([
    ['no issuer', { issuer: null }, 'issuer'],
    ['no title', { title: '' }, 'title'],
    ['no priorities', { priorities: null }, 'priorities'],
    ['no community', { communityCode: null }, 'communityCode'],
    ['no day', { conveyedOn: null }, 'conveyedOn'],
    ['a day to come', { conveyedOn: '2026-03-03' }, 'conveyedOn'],
  ])('a document with %s', async (_, more, missing) => {
    const before = await rows();
    expect(refusal(await convey(more))).toMatchObject({
      code: 'RULE_VIOLATION',
      rule: 'R26',
      missing: [missing],
    });
    expect(await rows()).toEqual(before);
  });

  test.each<[string, object, string]>([
    ['no title', { title: null }, 'title'],
    ['no content', { content: ' ' }, 'content'],
    ['no community', { communityCode: null }, 'communityCode'],
  ])('a highlight with %s', async (_, more, missing) => {
    const before = await rows();
    expect(refusal(await highlight(more))).toMatchObject({
      code: 'RULE_VIOLATION',
      rule: 'R26',
      missing: [missing],
    });
    expect(await rows()).toEqual(before);
  });

  test('another street’s community, another center, another community', async () => {
    const missing = { code: 'NOT_FOUND', field: 'input.communityCode' };
    expect(refusal(await convey({ communityCode: SHICHANGJIE }))).toMatchObject(missing);
    expect(refusal(await highlight({ communityCode: SHICHANGJIE }))).toMatchObject(missing);
    const forbidden = { code: 'FORBIDDEN' };
    expect(refusal(await convey({ centerCode: 'HEALTH' }))).toMatchObject(forbidden);
    expect(refusal(await convey({}, secretary))).toMatchObject(forbidden);
    expect(refusal(await convey({}, people.dispatcher))).toMatchObject(forbidden);
    expect(refusal(await highlight({ centerCode: null }))).toMatchObject(forbidden);
    expect(refusal(await highlight({ communityCode: YUEJIYUAN }, secretary))).toMatchObject(forbidden);
    expect(refusal(await highlight({}, people.leader))).toMatchObject(forbidden);
  });
});

test('a secretary reads the own community’s; the district office reads all; other tokens do not', async () => {
  const lists = `conveyedDocuments(filter: { issuer: DISTRICT_PARTY_COMMITTEE, kind: DOCUMENT, conveyedOn: "2026-03-02" })
    { nodes { communityCode } } highlights(filter: { communityCode: "${DELUYUAN}" }) { totalCount }`;
  const own = await street.ask(lists, secretary);
  expect(own.data).toEqual({
    dayu: { conveyedDocuments: { nodes: [{ communityCode: DELUYUAN }] }, highlights: { totalCount: 3 } },
  });
  const all = await street.ask(lists, people.office);
  expect(all.data).toMatchObject({
    dayu: { conveyedDocuments: { nodes: [{ communityCode: DELUYUAN }, { communityCode: YUEJIYUAN }] } },
  });
  for (const as of [people.government, peopleOf('CHENGZI').leader, undefined]) {
    const refused = await street.ask(lists, as);
    expect(refused.data).toEqual({ dayu: { conveyedDocuments: null, highlights: null } });
  }
});
