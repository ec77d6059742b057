import type { Actor } from '@mtg/access';
import { definition as dayuDefinition } from '../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../subgraphs/district/src';
import { centerHead, officer, peopleOf } from '../support/actors';
import { give, type Selected } from '../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';

const people = peopleOf('DAYU');
let now = new Date('2026-03-09T02:00:00Z');
const clock = { now: () => now };
let district: TestSubgraph;
let dayu: TestSubgraph;
beforeAll(async () => {
  district = await startTestSubgraph(districtDefinition, { clock });
  dayu = await startTestSubgraph(dayuDefinition, { clock, districtUrl: `${district.address}/graphql` });
});
afterAll(async () => {
  await dayu.close();
  await district.close();
});

const DOCUMENT = { documentNumber: '门编办〔2026〕3号' };
const SELECTION = 'department { code name deletedAt source { kind document } }';
const run = (command: string, input: Selected, as: Actor = people.office) =>
  give(district, 'district', command, { ...DOCUMENT, ...input }, SELECTION, { as });
const departments = () => district.store.query('SELECT * FROM department ORDER BY code');
const linked = (departmentCode: string) =>
  give(
    dayu,
    'dayu',
    'linkDepartment',
    { centerCode: 'HEALTH', departmentCode, since: '2026-03-09', matters: '数据共享' },
    'departmentLink { departmentCode }',
    { as: centerHead('DAYU', 'HEALTH') },
  );
const codeOf = (answer: { readonly errors: readonly { readonly extensions: Selected }[] }) =>
  answer.errors[0]?.extensions;

test('a street names a department that the district office has just added', async () => {
  expect(codeOf(await linked('BIG_DATA'))).toMatchObject({
    code: 'NOT_FOUND',
    field: 'input.departmentCode',
  });
  const { payload } = await run('addDepartment', { code: 'BIG_DATA', name: '区数据局' });
  expect(payload).toEqual({
    department: {
      code: 'BIG_DATA',
      name: '区数据局',
      deletedAt: null,
      source: { kind: 'DOCUMENT', document: '门编办〔2026〕3号' },
    },
  });
  expect((await linked('BIG_DATA')).errors).toEqual([]);
  const [entry] = await district.store.query(
    `SELECT actor, cardinality(targets) AS written FROM audit_entry WHERE command = 'addDepartment' ORDER BY sequence DESC LIMIT 1`,
  );
  expect(entry).toEqual({ actor: people.office.subject, written: 1 });
});

test('it is renamed under its code', async () => {
  const { payload } = await run('renameDepartment', { departmentCode: 'BIG_DATA', name: '区政务和数据局' });
  expect(payload).toMatchObject({ department: { code: 'BIG_DATA', name: '区政务和数据局' } });
  const { data } = await district.ask('{ district { department(code: "BIG_DATA") { name } } }');
  expect(data).toEqual({ district: { department: { name: '区政务和数据局' } } });
});

test.each<[string, string, Selected, object]>([
  ['a code that is taken', 'addDepartment', { code: 'JUSTICE', name: '另一局' }, { field: 'input.code' }],
  ['a code in small letters', 'addDepartment', { code: 'big', name: '另一局' }, { field: 'input.code' }],
  ['a name that is taken', 'addDepartment', { code: 'NEW', name: '区政务和数据局' }, { field: 'input.name' }],
  [
    'its own name',
    'renameDepartment',
    { departmentCode: 'BIG_DATA', name: '区政务和数据局' },
    { field: 'input.name' },
  ],
  [
    'a code of none',
    'renameDepartment',
    { departmentCode: 'NOWHERE', name: '另一局' },
    { code: 'NOT_FOUND', field: 'input.departmentCode' },
  ],
  [
    'an end of none',
    'endDepartment',
    { departmentCode: 'NOWHERE' },
    { code: 'NOT_FOUND', field: 'input.departmentCode' },
  ],
])('nothing is written for %s', async (_, command, input, refusal) => {
  const before = await departments();
  expect(codeOf(await run(command, input))).toMatchObject(refusal);
  expect(await departments()).toEqual(before);
});

test('no other role gives these commands', async () => {
  const before = await departments();
  for (const as of [people.government, people.party, people.leader, officer('JUSTICE')]) {
    expect(codeOf(await run('addDepartment', { code: 'NEW', name: '另一局' }, as))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(codeOf(await run('endDepartment', { departmentCode: 'BIG_DATA' }, as))).toMatchObject({
      code: 'FORBIDDEN',
    });
  }
  expect(await departments()).toEqual(before);
});

test('an ended department stays in what named it, is in no list, and its code is not used again', async () => {
  expect((await run('endDepartment', { departmentCode: 'BIG_DATA' })).payload).toMatchObject({
    department: { code: 'BIG_DATA', deletedAt: expect.any(String) },
  });
  const { data } = await district.ask('{ district { departments { code } } }');
  const listed = (data as { district: { departments: readonly Selected[] } }).district.departments;
  expect(listed.map(({ code }) => code)).not.toContain('BIG_DATA');
  expect(codeOf(await run('addDepartment', { code: 'BIG_DATA', name: '另一局' }))).toMatchObject({
    field: 'input.code',
  });
  expect(await dayu.store.query('SELECT department_code FROM department_link')).toEqual([
    { department_code: 'BIG_DATA' },
  ]);
  // Streets ask again about what they know after ten minutes.
  now = new Date('2026-03-09T02:11:00Z');
  expect(codeOf(await linked('BIG_DATA'))).toMatchObject({ code: 'NOT_FOUND' });
});
