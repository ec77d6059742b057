import type { Gateway } from '../../../gateway/src';
import { definition } from '../../../subgraphs/dayu/src';
import { peopleOf } from '../../support/actors';
import { startGatewayBefore } from '../../support/gateway-before';
import { startTestSubgraph, type GraphQLAnswer, type TestSubgraph } from '../../support/test-subgraph';
import { tokenOf } from '../../support/tokens';

/** The message about an invalid input: from a street, and from a gateway in front of it. */
let dayu: TestSubgraph;
let gateway: Gateway;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition);
  gateway = await startGatewayBefore(dayu);
});
afterAll(async () => {
  await gateway?.stop();
  await dayu?.close();
});

async function ask(door: string, query: string, variables?: unknown) {
  const response = await fetch(`${door === 'gateway' ? gateway.address : dayu.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await tokenOf(peopleOf('DAYU').dispatcher)}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...(JSON.parse(await response.text()) as GraphQLAnswer) };
}

const bad = (field: string, message: RegExp) => ({
  status: 400,
  errors: [{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT', field } }],
});

const dispatch = (input: string, given = '') =>
  `mutation ${given} { dayu { dispatchWorkOrder(input: ${input}) { workOrder { id } } } }`;

describe.each(['gateway', 'street'])('at the %s', (door) => {
  test.each<[string, string, string, unknown, string, RegExp]>([
    [
      'that is missing',
      '{ title: "义诊" }',
      'DispatchWorkOrderInput!',
      { title: '义诊' },
      'input.content',
      /^input\.content：必填 · is required$/,
    ],
    [
      'that is null',
      '{ title: null, content: "一" }',
      'DispatchWorkOrderInput!',
      { title: null, content: '一' },
      'input.title',
      /^input\.title：不能为 null · must not be null$/,
    ],
    [
      'of another type',
      '{ title: 5, content: "一" }',
      'DispatchWorkOrderInput!',
      { title: 5, content: '一' },
      'input.title',
      /^input\.title：须为文本（String） · must be a string \(String\)$/,
    ],
    [
      'that is no date',
      '{ title: "义诊", content: "一", deadline: "2026-02-30" }',
      'DispatchWorkOrderInput!',
      { title: '义诊', content: '一', deadline: '2026-02-30' },
      'input.deadline',
      /^input\.deadline：2026-02-30 这一天不存在 · 2026-02-30 is not a day of the calendar$/,
    ],
    [
      'that is no identifier',
      '{ title: "义诊", content: "一", projectId: "1" }',
      'DispatchWorkOrderInput!',
      { title: '义诊', content: '一', projectId: '1' },
      'input.projectId',
      /^input\.projectId：须为 UUID，.* · must be a UUID, /,
    ],
    [
      'that does not exist',
      '{ title: "义诊", content: "一", priority: 1 }',
      'DispatchWorkOrderInput!',
      { title: '义诊', content: '一', priority: 1 },
      'input.priority',
      /^input\.priority：DispatchWorkOrderInput 没有这个字段，它的字段是：(\w+、)*title(、\w+)* · DispatchWorkOrderInput has no such field\. Its fields are (\w+, )*title(, \w+)*$/,
    ],
    [
      'that is to be an object',
      '5',
      'DispatchWorkOrderInput!',
      5,
      'input',
      /^input：须为对象 · must be an object$/,
    ],
    [
      'that is all and null',
      'null',
      'DispatchWorkOrderInput!',
      null,
      'input',
      /^input：不能为 null · must not be null$/,
    ],
  ])('a field %s: by its path, inline and in a variable', async (_, inline, type, value, field, message) => {
    const expected = bad(field, message);
    expect(await ask(door, dispatch(inline))).toEqual(expected);
    expect(await ask(door, dispatch('$given', `($given: ${type})`), { given: value })).toEqual(expected);
  });

  test('an input that is not there at all', async () => {
    const expected = bad('input', /^input：必填 · is required/);
    const without = 'mutation { dayu { dispatchWorkOrder { workOrder { id } } } }';
    expect(await ask(door, without)).toEqual(expected);
    expect(await ask(door, dispatch('$input', '($input: DispatchWorkOrderInput!)'))).toEqual(expected);
  });

  test('a variable that is null, though it has a default', async () => {
    const whole = dispatch('$given', '($given: DispatchWorkOrderInput = { title: "一", content: "二" })');
    expect(await ask(door, whole, { given: null })).toEqual(
      bad('input', /^input：不能为 null · must not be null$/),
    );
    const part = dispatch('{ title: $title, content: "二" }', '($title: String = "一")');
    expect(await ask(door, part, { title: null })).toEqual(
      bad('input.title', /^input\.title：不能为 null · must not be null$/),
    );
    // Where null may be, and where the default is taken, nothing is wrong with the shape.
    const may = dispatch(
      '{ title: $title, content: "二", projectId: $projectId }',
      '($title: String = "一", $projectId: UUID = null)',
    );
    expect((await ask(door, may, { projectId: null })).errors?.[0]?.extensions['code']).toBe(
      'RULE_VIOLATION',
    );
  });

  test('a variable for a part of an input is named by the part that it is', async () => {
    const query = dispatch(
      '{ title: "义诊", content: $words, deadline: $day }',
      '($words: String!, $day: Date)',
    );
    expect(await ask(door, query, { words: [], day: '明天' })).toEqual(
      bad('input.content', /^input\.content：.*String.*\ninput\.deadline：须为日期，写作 2026-01-31/),
    );
    expect(await ask(door, query)).toEqual(
      bad('input.content', /^input\.content：必填 · is required \(\$words\)$/),
    );
  });

  test.each(['GOOD', 5])(
    'a word of a vocabulary that has it not (%p), with those that it has',
    async (kind) => {
      const query = (text: string, given = '') =>
        `query ${given} { dayu { meetings(filter: { kind: ${text} }) { nodes { id } } } }`;
      const expected = bad('filter.kind', /^filter\.kind：须为 .*、.* 之一 · must be one of .*, /);
      expect(await ask(door, query(String(kind)))).toEqual(expected);
      expect(await ask(door, query('$kind', '($kind: MeetingKind)'), { kind })).toEqual(expected);
    },
  );

  test('an element of a list, counted from 0', async () => {
    const query = (text: string, given = '') =>
      `mutation ${given} { dayu { recordAttendance(input: ${text}) { meeting { id } } } }`;
    const meetingId = '00000000-0000-7000-8000-000000000000';
    const expected = bad('input.records.1', /^input\.records\.1：须为对象/);
    expect(
      await ask(door, query(`{ meetingId: "${meetingId}", records: [{ attendance: PRESENT }, 7] }`)),
    ).toEqual(expected);
    const variables = { input: { meetingId, records: [{ attendance: 'PRESENT' }, 7] } };
    expect(await ask(door, query('$input', '($input: RecordAttendanceInput!)'), variables)).toEqual(expected);
  });

  test('what else is wrong with the query is said too', async () => {
    const { errors } = await ask(
      door,
      'mutation { dayu { dispatchWorkOrder(input: {title: 5, content: ""}) { nothing } } }',
    );
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'BAD_USER_INPUT', field: 'input.title' },
      { code: 'GRAPHQL_VALIDATION_FAILED' },
    ]);
  });

  test('of a thousand wrong elements some are named', async () => {
    const variables = {
      input: { meetingId: '00000000-0000-7000-8000-000000000000', records: Array(1000).fill(7) },
    };
    const query =
      'mutation ($input: RecordAttendanceInput!) { dayu { recordAttendance(input: $input) { meeting { id } } } }';
    const { errors } = await ask(door, query, variables);
    expect(errors?.[0]?.message.split('\n')).toHaveLength(20);
  });

  test('a value that is nested beyond all measure is refused like another', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const body = `{"query": ${JSON.stringify(dispatch('$given', '($given: DispatchWorkOrderInput!)'))}, "variables": {"given": ${deep}}}`;
    const response = await fetch(`${door === 'gateway' ? gateway.address : dayu.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect({ status: response.status, ...((await response.json()) as GraphQLAnswer) }).toEqual(
      bad('input', /^input：须为对象/),
    );
  });

  test('unknown fields and commands, and a variable of another type, do not fit the schema', async () => {
    for (const query of [
      'mutation { dayu { dispatch(input: {}) { id } } }',
      'mutation { dayu { dispatchWorkOrder(input: {title: "一", content: "二"}, urgent: true) { workOrder { id } } } }',
      dispatch('$given', '($given: String)'),
    ]) {
      const { status, errors } = await ask(door, query);
      expect({ status, codes: errors?.map(({ extensions }) => extensions) }).toEqual({
        status: 400,
        codes: [{ code: 'GRAPHQL_VALIDATION_FAILED' }],
      });
    }
  });
});

test.each([5, null, 'x', '', {}, [], true])(
  'a reference by the code %j finds nothing, and fails nothing',
  async (code) => {
    const { data, errors = [] } = await dayu.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
      {
        r: [{ __typename: 'DayuStreet', code }],
      },
      { as: peopleOf('DAYU').dispatcher },
    );
    expect(data).toEqual({ _entities: [null] });
    for (const { extensions } of errors)
      expect(['NOT_FOUND', 'BAD_USER_INPUT']).toContain(extensions['code']);
  },
);
