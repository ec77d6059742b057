import { witnessTask } from '@mtg/commands';
import { definition as dayuDefinition } from '../../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { peopleOf } from '../../support/actors';
import { give } from '../../support/commands';
import {
  loadTestSubgraph,
  startTestSubgraph,
  type LoadedSubgraph,
  type TestSubgraph,
} from '../../support/test-subgraph';

let dayu: TestSubgraph;
let district: LoadedSubgraph;
beforeAll(async () => {
  [dayu, district] = await Promise.all([
    startTestSubgraph(dayuDefinition),
    loadTestSubgraph(districtDefinition),
  ]);
  const matter = { title: '修路', content: '修双峪路' };
  const { errors } = await give(dayu, 'dayu', 'registerMajorMatter', matter, 'majorMatter { id }', {
    as: peopleOf('DAYU').leader,
  });
  expect(errors).toEqual([]);
});
afterEach(() => district.database.query('DELETE FROM audit_anchor'));
afterAll(() => Promise.all([dayu.close(), district.close()]));

/** One round of the district looking at the street's chain, and what it says of it. */
async function look(): Promise<readonly string[]> {
  const said: string[] = [];
  const logger = {
    error: (_: object, text: string) => said.push(text),
    warn: (_: object, text: string) => said.push(text),
  };
  await witnessTask(new Map([['DAYU', `${dayu.address}/graphql`]]), 60).run({
    database: district.runtime,
    clock: { now: () => new Date() },
    owner: 'DISTRICT',
    logger: logger as never,
  });
  return said;
}
const note = (sequence: string, hash: string) =>
  district.runtime.query(
    'INSERT INTO audit_anchor (chain, sequence, hash, seen_at) VALUES ($1, $2, $3, now())',
    ['DAYU', sequence, hash],
  );
const noted = () => district.store.query('SELECT sequence FROM audit_anchor ORDER BY sequence, hash');

test('what has grown as it should is noted once, without a word', async () => {
  expect(await look()).toEqual([]);
  expect(await look()).toEqual([]);
  expect(await noted()).toEqual([{ sequence: '1' }]);
});

test('an entry that is another now is noted beside what it was, and said', async () => {
  await note('1', 'a'.repeat(64));
  expect(await look()).toEqual([expect.stringContaining('differs from an earlier reading')]);
  expect(await noted()).toEqual([{ sequence: '1' }, { sequence: '1' }]);
});

test('a chain that has become shorter is said', async () => {
  await note('7', 'a'.repeat(64));
  expect(await look()).toEqual([expect.stringContaining('become shorter')]);
});

test('what contradicts is said once, also after a restart, until the entry is again what it was', async () => {
  const [head] = await dayu.store.query('SELECT hash FROM audit_entry WHERE sequence = 1');
  await note('1', 'b'.repeat(64));
  expect(await look()).toHaveLength(1);
  expect(await look()).toEqual([]);
  // As if that other hash had been seen before the contradiction by mistake, and the first is the right one.
  await district.database.query(
    `UPDATE audit_anchor SET seen_at = now() - interval '1 day' WHERE hash = $1`,
    [head?.['hash']],
  );
  expect(await look()).toEqual([expect.stringContaining('agrees with earlier readings again')]);
});
