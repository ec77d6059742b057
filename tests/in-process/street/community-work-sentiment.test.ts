import type { Actor } from '@mtg/access';
import { definition } from '../../../subgraphs/dayu/src';
import {
  centerHead,
  centerStaff,
  communitySecretary,
  headWhoWas,
  officer,
  peopleOf,
} from '../../support/actors';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import {
  DELUYUAN,
  type Row,
  SHICHANGJIE,
  steppingClock,
  weeklyMeetingsOf,
  YUEJIYUAN,
} from './community-work-support';

const people = peopleOf('DAYU');
const author = centerStaff('DAYU', 'HEALTH', 'author');

/** The residents' words. They must not appear in any answer to a caller who may not read them. */
const [SAID, RECORDED] = ['邻居夜间噪声大', '与住户谈话一小时'];

let dayu: TestSubgraph;
let ids: { visit: string; record: string; log: string };
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock: steppingClock('2026-03-02T01:00:00Z') });
  const street = weeklyMeetingsOf(dayu, 'dayu', 'DAYU');
  const record = async (as: Actor, communityCode: string, record: string, text: string) => {
    const input = {
      centerCode: as.center,
      communityCode,
      day: '2026-03-02',
      form: 'TALK',
      record,
      sentimentLogs: [{ text }],
    };
    return street.must(
      street.run('recordVisit', input, 'communityVisit { id } record { id } sentimentLogs { id }', as),
    );
  };
  const written = await record(author, DELUYUAN, RECORDED, SAID);
  ids = {
    visit: written['communityVisit'].id,
    record: written['record'].id,
    log: written['sentimentLogs'][0].id,
  };
  // Another author's, elsewhere: a reader of only their own must not see it.
  await record(centerStaff('DAYU', 'CIVIL_AFFAIRS', 'other'), YUEJIYUAN, '另一次', '另一句');
});
afterAll(() => dayu.close());

const LISTS = '{ dayu { visitRecords { nodes { id text } } sentimentLogs { nodes { id text } } } }';
const byId = () =>
  `{ dayu { visitRecord(id: "${ids.record}") { text } sentimentLog(id: "${ids.log}") { text } } }`;
const nested = () =>
  `{ dayu { communityVisit(id: "${ids.visit}") { day record { text } sentimentLogs { text } } } }`;

const ask = async (query: string, as: Actor | undefined) => {
  const { data, errors = [] } = await dayu.ask(query, {}, { as });
  return {
    dayu: (data as { dayu: Row | null } | null)?.dayu ?? null,
    codes: errors.map(({ extensions }) => extensions['code']),
    all: JSON.stringify([data, errors]),
  };
};

describe('few read what was heard on a visit', () => {
  test.each<[string, Actor]>([
    ['its author', author],
    ['its author, who has become the head of another center', headWhoWas(author, 'PUBLIC_SECURITY')],
    ['the head of the author’s center', centerHead('DAYU', 'HEALTH')],
    ['the secretary of the community', communitySecretary('DAYU', DELUYUAN)],
    ['the auditor', people.auditor],
    ['the street’s auditor', { ...people.auditor, street: 'DAYU' }],
  ])('%s does, through a list, by id and from the visit', async (who, as) => {
    const lists = await ask(LISTS, as);
    expect(lists.codes).toEqual([]);
    // The auditor alone reads all of them.
    const count = who.includes('auditor') ? 2 : 1;
    expect(lists.dayu?.['visitRecords'].nodes).toHaveLength(count);
    expect(lists.dayu?.['sentimentLogs'].nodes).toHaveLength(count);
    expect(lists.dayu?.['visitRecords'].nodes).toContainEqual({ id: ids.record, text: RECORDED });
    expect(lists.dayu?.['sentimentLogs'].nodes).toContainEqual({ id: ids.log, text: SAID });
    expect((await ask(byId(), as)).dayu).toEqual({
      visitRecord: { text: RECORDED },
      sentimentLog: { text: SAID },
    });
    expect((await ask(nested(), as)).dayu).toEqual({
      communityVisit: {
        day: '2026-03-02',
        record: { text: RECORDED },
        sentimentLogs: [{ text: SAID }],
      },
    });
  });

  /** Roles that read some of these texts, but not this one's: they are told nothing of it, not even that it is there. */
  test.each<[string, Actor, boolean]>([
    ['other staff of the same center', centerStaff('DAYU', 'HEALTH', 'colleague'), true],
    ['staff of another center', centerStaff('DAYU', 'CIVIL_AFFAIRS'), true],
    ['a namesake of the author in another street', { ...author, street: 'CHENGZI' }, false],
    ['the head of another center', centerHead('DAYU', 'CIVIL_AFFAIRS'), true],
    ['the author as a head in another street', { ...headWhoWas(author, 'HEALTH'), street: 'CHENGZI' }, false],
    ['the head of that center in another street', centerHead('CHENGZI', 'HEALTH'), false],
    ['the secretary of another community', communitySecretary('DAYU', YUEJIYUAN), false],
    ['a secretary of another street', communitySecretary('CHENGZI', SHICHANGJIE), false],
    ['another street’s auditor', { ...people.auditor, street: 'CHENGZI' }, false],
  ])('%s does not', async (_, as, readsVisit) => {
    for (const query of [LISTS, byId(), nested()]) {
      const { all } = await ask(query, as);
      expect(all).not.toContain(SAID);
      expect(all).not.toContain(RECORDED);
    }
    const one = await ask(byId(), as);
    expect(one.dayu).toEqual({ visitRecord: null, sentimentLog: null });
    const visit = (await ask(nested(), as)).dayu?.['communityVisit'];
    expect(visit).toEqual(readsVisit ? { day: '2026-03-02', record: null, sentimentLogs: [] } : null);
  });

  test.each<[string, Actor | undefined, boolean]>([
    ['committee clerk', people.clerk, true],
    ['district office', people.office, true],
    ['analyst', people.analyst, true],
    ['区政府', people.government, false],
    ['区委', people.party, false],
    ['department officer', officer('JUSTICE'), false],
    ['anonymous', undefined, false],
  ])('%s never does, and is told so', async (_, as, readsVisit) => {
    const code = as ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    const lists = await ask(LISTS, as);
    expect(lists).toMatchObject({ dayu: { visitRecords: null, sentimentLogs: null }, codes: [code, code] });
    const one = await ask(byId(), as);
    expect(one).toMatchObject({ dayu: { visitRecord: null, sentimentLog: null }, codes: [code, code] });
    const visit = await ask(nested(), as);
    expect(visit.dayu).toEqual({
      communityVisit: readsVisit ? { day: '2026-03-02', record: null, sentimentLogs: null } : null,
    });
    expect(visit.codes).toEqual(readsVisit ? [code, code] : [code]);
    for (const { all } of [lists, one, visit]) {
      expect(all).not.toContain(SAID);
      expect(all).not.toContain(RECORDED);
    }
  });
});

test('from a plan or an assignment too, a secretary reads visits of the own community only', async () => {
  const query = '{ dayu { communityVisits { nodes { communityCode record { text } } } } }';
  const { dayu, codes } = await ask(query, communitySecretary('DAYU', DELUYUAN));
  expect(codes).toEqual([]);
  expect(dayu?.['communityVisits'].nodes).toEqual([{ communityCode: DELUYUAN, record: { text: RECORDED } }]);
});

test('a text belongs to the author, center and community of its visit: the tables hold it to that', async () => {
  const change = (table: string, set: string) =>
    dayu.database.query(`UPDATE ${table} SET ${set} WHERE community_code = '${DELUYUAN}'`);
  for (const set of [
    `author_subject = 'other'`,
    `center_code = 'CIVIL_AFFAIRS'`,
    `community_code = '${YUEJIYUAN}'`,
  ]) {
    await expect(change('sentiment_log', set)).rejects.toThrow('sentiment_log_visit_fk');
    await expect(change('visit_record', set)).rejects.toThrow('community_visit_record_fk');
  }
});
