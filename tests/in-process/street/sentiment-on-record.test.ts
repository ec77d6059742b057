import type { Actor } from '@mtg/access';
import { verifyChain } from '@mtg/commands';
import { definition } from '../../../subgraphs/dayu/src';
import { centerHead, centerStaff, communitySecretary, peopleOf } from '../../support/actors';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { DELUYUAN, type Row, steppingClock, weeklyMeetingsOf } from './community-work-support';

const COMMAND_LOCK = 1_100_109_002;
const { leader, dispatcher, auditor } = peopleOf('DAYU');
const author = centerStaff('DAYU', 'HEALTH', 'author');

/** Residents' words, which no answer may have before their reading is recorded. */
const SAID = ['邻居夜间噪声大', '希望增加座椅'] as const;

let dayu: TestSubgraph;
let visit: string;
let logs: readonly string[];
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock: steppingClock('2026-03-02T01:00:00Z') });
  const { run, must } = weeklyMeetingsOf(dayu, 'dayu', 'DAYU');
  const input = {
    centerCode: 'HEALTH',
    communityCode: DELUYUAN,
    day: '2026-03-02',
    form: 'TALK',
    record: '与住户谈话一小时',
    sentimentLogs: [{ topic: '三号楼', text: SAID[0] }, { text: SAID[1] }],
  };
  const selection = 'communityVisit { id } sentimentLogs { id }';
  const written = await must(run('recordVisit', input, selection, author));
  visit = written['communityVisit'].id;
  logs = written['sentimentLogs'].map(({ id }: { readonly id: string }) => id);
});
afterAll(() => dayu.close());

const readings = () =>
  dayu.store.query(
    `SELECT actor, role, scope, command, outcome, targets FROM audit_entry WHERE outcome = 'READ' ORDER BY sequence`,
  );
const ask = async (selection: string, as: Actor) => {
  const before = await readings();
  const { data, errors = [] } = await dayu.ask(`{ dayu { ${selection} } }`, {}, { as });
  return {
    answer: (data as { dayu: Row | null } | null)?.dayu ?? null,
    codes: errors.map(({ extensions }) => extensions['code']),
    all: JSON.stringify([data, errors]),
    recorded: (await readings()).slice(before.length),
  };
};
const entry = ({ subject, role }: Actor, ...targets: readonly string[]) => ({
  actor: subject,
  role,
  scope: 'DAYU',
  command: 'readSentimentLogs',
  outcome: 'READ',
  targets: targets.toSorted(),
});

describe.each<[string, Actor]>([
  ['street leader', leader],
  ['dispatcher', dispatcher],
])('what the %s reads of sentiment logs is recorded', (_, as) => {
  it('as one entry for all rows of a list', async () => {
    const { answer, recorded } = await ask('sentimentLogs { nodes { text topic } }', as);
    expect(answer?.['sentimentLogs'].nodes.map(({ text }: Row) => text)).toEqual(SAID);
    expect(recorded).toEqual([entry(as, ...logs)]);
  });

  it('by id, and under another name', async () => {
    const { answer, recorded } = await ask(`log: sentimentLog(id: "${logs[1]}") { said: text }`, as);
    expect(answer).toEqual({ log: { said: SAID[1] } });
    expect(recorded).toEqual([entry(as, logs[1] ?? '')]);
  });

  it('from the visit', async () => {
    const query = `communityVisit(id: "${visit}") { sentimentLogs { text } }`;
    const { answer, recorded } = await ask(query, as);
    expect(answer?.['communityVisit'].sentimentLogs).toEqual(SAID.map((text) => ({ text })));
    expect(recorded).toEqual([entry(as, ...logs)]);
  });

  it('also where it is the topic alone', async () => {
    const { answer, recorded } = await ask('sentimentLogs { nodes { topic } }', as);
    expect(answer?.['sentimentLogs'].nodes).toEqual([{ topic: '三号楼' }, { topic: null }]);
    expect(recorded).toEqual([entry(as, logs[0] ?? '')]);
  });

  it('and no text is answered while it cannot be recorded', async () => {
    const other = dayu.database.createQueryRunner();
    await other.startTransaction();
    await other.query('SELECT pg_advisory_xact_lock($1)', [COMMAND_LOCK]);
    try {
      const { codes, all, recorded } = await ask('sentimentLogs { nodes { id text } }', as);
      expect(codes).toContain('OVERLOADED');
      expect(SAID.filter((text) => all.includes(text))).toEqual([]);
      expect(recorded).toEqual([]);
    } finally {
      await other.rollbackTransaction();
      await other.release();
    }
  });

  it('but not that there are logs, of which center and community', async () => {
    const selection =
      'sentimentLogs { totalCount nodes { id centerCode communityCode theme visit { day } } }';
    const { answer, recorded } = await ask(selection, as);
    expect(answer?.['sentimentLogs']).toMatchObject({
      totalCount: 2,
      nodes: [{ id: logs[0] }, { id: logs[1] }],
    });
    expect(recorded).toEqual([]);
  });

  it('and the record of the visit stays closed', async () => {
    const { answer, codes } = await ask('visitRecords { nodes { text } }', as);
    expect({ answer, codes }).toEqual({ answer: { visitRecords: null }, codes: ['FORBIDDEN'] });
  });
});

test.each<[string, Actor]>([
  ['the author', author],
  ['the head of the center', centerHead('DAYU', 'HEALTH')],
  ['the secretary of the community', communitySecretary('DAYU', DELUYUAN)],
  ['the auditor', auditor],
])('a reading by %s leaves no entry', async (_, as) => {
  const { answer, recorded } = await ask('sentimentLogs { nodes { text } }', as);
  expect(answer?.['sentimentLogs'].nodes).toEqual(SAID.map((text) => ({ text })));
  expect(recorded).toEqual([]);
});

test.each<[string, Actor]>([
  ['street leader', peopleOf('CHENGZI').leader],
  ['dispatcher', peopleOf('CHENGZI').dispatcher],
])('the %s of another street reads no log', async (_, as) => {
  const { all, codes, recorded } = await ask('sentimentLogs { nodes { text } }', as);
  expect(codes).toEqual(['FORBIDDEN']);
  expect(SAID.filter((text) => all.includes(text))).toEqual([]);
  expect(recorded).toEqual([]);
});

test('no list is ordered by what is read on record, so that cursors do not tell it', async () => {
  const query = '{ __type(name: "SentimentLogOrderField") { enumValues { name } } }';
  const { data } = await dayu.ask(query, {}, { as: leader });
  const names = (data as Row)['__type'].enumValues.map(({ name }: Row) => name);
  expect(names).toContain('THEME');
  expect(names).not.toContain('TOPIC');
  expect(names).not.toContain('TEXT');
});

test('the chain with readings is intact, auditors find them by their outcome, and who recorded a log is still its author', async () => {
  expect((await verifyChain(dayu.database, 'DAYU')).problems).toEqual([]);
  const query = `auditEntries(filter: { outcome: READ, target: "${logs[0]}" }) { nodes { command actor } }`;
  const found = (await ask(query, auditor)).answer?.['auditEntries'].nodes;
  expect(found).toContainEqual({ command: 'readSentimentLogs', actor: leader.subject });
  const steps = `communityVisit(id: "${visit}") { trace { downward { typeName recordedBy } } }`;
  const downward = (await ask(steps, auditor)).answer?.['communityVisit'].trace.downward;
  expect(downward).toContainEqual({ typeName: 'SentimentLog', recordedBy: author.subject });
});
