import { policyRows, type PolicyRow } from '@mtg/access';
import { fixedClock } from '@mtg/governance';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { dispatchStage, type DispatchStage } from '../../support/dispatch';
import { EVERYBODY, HERE } from '../../support/everybody';
import { exampleInput } from '../../support/example-input';
import { fillStreet, SCHEMA } from '../../support/filled-street';
import { nastyFields, nastyValues, UNSTORABLE } from '../../support/nasty-values';
import { addressOf, refusalBy } from '../../support/policy-walk';
import { ROWS } from '../../support/owned-rows';
import { RowOwners } from '../../support/row-owners';
import { withSeenVersion } from '../../support/seen-version';
import { sequenceStreet, type SequenceStreet } from '../../support/sequence-street';
import { targetFixtures } from '../../support/target-fixtures';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { SchemaWalk } from '../reading/schema-walk';
import { judgeOf, sameArguments } from './argument-places';
import { misfitsOf } from './misfits';

const NOW = '2026-03-09T02:00:00Z';
const AUDITOR = { subject: 'auditor', role: 'AUDITOR' } as const;

/** Permitted outcomes of a bad value: a refusal, by whichever check comes first. */
const TOLD = new Set<unknown>([
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'RULE_VIOLATION',
  'CONFLICT',
  'FORBIDDEN',
  'GRAPHQL_VALIDATION_FAILED',
  'QUERY_TOO_LARGE',
]);

interface Tried {
  readonly where: string;
  readonly bad: unknown;
  readonly codes: readonly unknown[];
}

/** Faults: an error that says nothing, and text that cannot be stored and was taken. */
const faults = (tried: readonly Tried[]): readonly Tried[] =>
  tried.filter(
    ({ bad, codes }) =>
      codes.some((code) => !TOLD.has(code)) ||
      (UNSTORABLE.some((text) => text === bad) && !codes.includes('BAD_USER_INPUT')),
  );

async function trial(
  { ask }: Pick<TestSubgraph, 'ask'>,
  where: string,
  bad: unknown,
  ...asked: Parameters<TestSubgraph['ask']>
): Promise<Tried> {
  const { errors = [] } = await ask(...asked);
  return { where, bad, codes: errors.map(({ extensions }) => extensions['code']) };
}

describe('arguments of queries', () => {
  let street: SequenceStreet;
  let walk: SchemaWalk;
  /** Arguments that a query cannot do without, beside the one that is tried. */
  let examples: Readonly<Record<string, string>>;
  beforeAll(async () => {
    street = await sequenceStreet('dayu', NOW);
    await fillStreet(street);
    const owners = await RowOwners.read(street);
    const kinds = Object.keys(ROWS);
    const some = (type: string) => owners.idsOf(type).slice(0, 1);
    const known = {
      idsFor: (type: string) => (kinds.includes(type) ? some(type) : kinds.flatMap(some)),
      codesFor: (type: string) => (type === 'Body' ? ['ENLARGED_WORKING_COMMITTEE'] : street.communities),
      texts: ['医院'],
    };
    const id = JSON.stringify(owners.idsOf('WorkOrder')[0]);
    examples = { year: '2026', text: '"医院"', id, ids: id };
    walk = new SchemaWalk(SCHEMA, known, 'DayuStreet', [(selection) => `{ dayu { ${selection} } }`]);
  });
  afterAll(() => street?.subgraph.close());

  test('no value of any argument is an internal error, and none that cannot be stored is taken', async () => {
    const tried: Tried[] = [];
    const ask = (query: string, variables: Readonly<Record<string, unknown>>) =>
      street.subgraph.ask(query, variables, { as: AUDITOR });
    for (const same of sameArguments(walk, examples)) {
      const { name, type, places } = same;
      const values = nastyValues(type, name, {});
      const [only, ...others] = places;
      const misfits =
        only && others.length === 0
          ? await misfitsOf(SCHEMA, type, values, only.queryWith, ask)
          : new Set<unknown>();
      const judge = judgeOf(SCHEMA, same);
      for (const each of values) {
        const { path, bad, value } = each;
        const judged = misfits.has(each)
          ? places.map(({ place }) => ({ place, codes: ['BAD_USER_INPUT'] }))
          : await judge((query) => ask(query, { given: value }));
        tried.push(...judged.map(({ place, codes }) => ({ where: `${place} ${path}`, bad, codes })));
      }
    }
    expect(faults(tried)).toEqual([]);
    expect(tried.length).toBeGreaterThan(1000);
  });
});

describe('input of commands', () => {
  let stage: DispatchStage;
  let district: TestSubgraph;
  beforeAll(async () => {
    district = await startTestSubgraph(districtDefinition, { clock: fixedClock(NOW) });
    stage = await dispatchStage(NOW, { districtUrl: `${district.address}/graphql` });
  });
  afterAll(async () => {
    await stage?.dayu.close();
    await district?.close();
  });

  async function tryAll(row: PolicyRow): Promise<readonly Tried[]> {
    const { namespace, owner, type } = addressOf(row);
    const subgraph = owner === 'DAYU' ? stage.dayu : district;
    const known = await targetFixtures(stage, district, row, HERE);
    const example = await withSeenVersion(subgraph, namespace, type.name, exampleInput(type, known));
    const may = EVERYBODY.find(({ actor }) => refusalBy(row, actor, HERE, owner) === undefined);
    const query = `mutation ($input: ${type.name}!) { ${namespace} { ${row.command}(input: $input) { __typename } } }`;
    const tried: Tried[] = [];
    for (const { path, bad, value } of nastyFields(type, 'input', known, example)) {
      const where = `${row.command} ${path}`;
      tried.push(await trial(subgraph, where, bad, query, { input: value }, { as: may?.actor }));
    }
    return tried;
  }

  const rows = [...new Map(policyRows().map((row) => [row.command, row])).values()];
  test.each(rows.map((row) => ({ command: row.command, row })))(
    'no value of any field of $command is an internal error, and none that cannot be stored is taken',
    async ({ row }) => {
      expect(faults(await tryAll(row))).toEqual([]);
    },
    60_000,
  );
});
