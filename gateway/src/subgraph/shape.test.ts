import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { buildASTSchema, parse } from 'graphql';
import { compileShape } from './shape';

const supergraph = readFileSync(join(__dirname, '../../supergraph.graphql'), 'utf8');
const schema = buildASTSchema(parse(supergraph), { assumeValid: true, assumeValidSDL: true });

const fits = (query: string, data: Record<string, unknown>): boolean =>
  compileShape(schema, parse(query))(data, []);
const fitsEntities = (selections: string, entities: unknown[], types: readonly string[]): boolean =>
  compileShape(schema, parse(`query ($r: [_Any!]!) { _entities(representations: $r) { ${selections} } }`))(
    { _entities: entities },
    types,
  );

describe('one key in fragments on two types', () => {
  const query = `{ streets { __typename
    ... on DayuStreet { source { line } } ... on ChengziStreet { source { document } } } }`;
  const dayu = { __typename: 'DayuStreet', source: { line: 1 } };
  const chengzi = { __typename: 'ChengziStreet', source: { document: 'D1' } };

  it('is on each object what its own fragment asks for', () => {
    expect(fits(query, { streets: [dayu, null, chengzi, { __typename: 'DataiStreet' }] })).toBe(true);
    expect(fits(query, { streets: [{ ...dayu, source: chengzi.source }] })).toBe(false);
    expect(fits(query, { streets: [{ ...dayu, source: { line: 'one' } }] })).toBe(false);
    expect(fits(query, { streets: [{ __typename: 'DayuStreet' }] })).toBe(false);
    expect(fits(query, { streets: [{ ...dayu, __typename: 'Source' }] })).toBe(false);
    expect(fits(query, { streets: [{ ...dayu, __typename: 'NewStreet' }] })).toBe(false);
  });

  it('is so for entities and for named fragments too', () => {
    const selections = '... on DayuStreet { sections { id } } ... on ChengziStreet { sections { name } }';
    const types = ['DayuStreet', 'ChengziStreet', 'DayuStreet'];
    expect(
      fitsEntities(selections, [{ sections: [{ id: 'a' }] }, { sections: [{ name: 'b' }] }, null], types),
    ).toBe(true);
    expect(fitsEntities(selections, [{ sections: [{ name: 'b' }] }, null, null], types)).toBe(false);
    expect(
      fits(
        `${query.replace('... on DayuStreet { source { line } }', '...D')} fragment D on DayuStreet { source { line } }`,
        { streets: [dayu, chengzi] },
      ),
    ).toBe(true);
  });

  it('may be of different types under one alias', () => {
    const aliased = `{ streets { ... on DayuStreet { __typename x: source { line } } ... on ChengziStreet { x: code } } }`;
    expect(
      fits(aliased, { streets: [{ __typename: 'DayuStreet', x: { line: 1 } }, { x: 'CHENGZI' }, {}] }),
    ).toBe(true);
    expect(fits(aliased, { streets: [{ __typename: 'DayuStreet', x: 'DAYU' }] })).toBe(false);
  });
});

describe('one key in a field and in a fragment', () => {
  const query = `{ dongxinfang { centers { __typename sections { name }
    ... on FunctionalCenter { sections { center { __typename name } } } } } }`;
  const centers = (...list: unknown[]) => ({ dongxinfang: { centers: list } });
  const functional = (section: object) => ({ __typename: 'FunctionalCenter', sections: [section] });
  const center = { __typename: 'FunctionalCenter', name: 'c' };

  it('is both together where the fragment applies, and the field alone elsewhere', () => {
    const local = { __typename: 'ShimenyingCenter', sections: [{ name: 's' }] };
    expect(fits(query, centers(functional({ name: 's', center }), local))).toBe(true);
    expect(fits(query, centers(functional({ name: 's' })))).toBe(false);
    expect(fits(query, centers(functional({ center })))).toBe(false);
    expect(fits(query, centers({ ...local, sections: [{ name: 's', center }] }))).toBe(false);
  });

  it('needs nothing of an occurrence that a variable may leave out', () => {
    const maybe = query
      .replace('{ dongxinfang', 'query ($v: Boolean!) { dongxinfang')
      .replace('... on FunctionalCenter', '... on FunctionalCenter @include(if: $v)');
    expect(fits(maybe, centers(functional({ name: 's' }), functional({ name: 's', center })))).toBe(true);
    expect(fits(maybe, centers(functional({ center })))).toBe(false);
    expect(fits(maybe, centers(functional({ name: 's', center: 'text' })))).toBe(false);
    expect(fits(maybe, centers({ __typename: 'FunctionalCenter' }))).toBe(false);
  });
});

it('takes an object that does not name its type for one of the possible types', () => {
  const query = `{ streets { ... on DayuStreet { source { line } } ... on ChengziStreet { t: __typename } } }`;
  expect(fits(query, { streets: [{ source: { line: 1 } }, { t: 'ChengziStreet' }, {}] })).toBe(true);
  expect(fits(query, { streets: [{ source: { line: 1 }, t: 'ChengziStreet' }] })).toBe(false);
});
