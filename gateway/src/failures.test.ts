import { answering, type Behaviour } from '../test-support/servers';
import { withPlatform } from '../test-support/platform';
import { street } from '../test-support/subgraphs';

const SECRET = 'SELECT password FROM residents -- db.internal.example:5432 at /srv/app/index.js:10';
const graphql = (body: unknown): Behaviour => answering(JSON.stringify(body));
const entity = (centers: unknown, more: object = {}) =>
  graphql({ data: { _entities: [{ centers, ...more }] } });

const QUERY = '{ district { name } streets { code name centers { name } } }';
const CENTERS = [{ name: '党群活动中心' }, { name: '综合服务中心' }];

/** Whatever a subgraph may do instead of answering. The timeout is small where waiting for it is the point. */
const MISBEHAVIOURS: readonly [string, Behaviour, number?][] = [
  ['never answers', () => undefined, 300],
  ['sends headers and no body', (_body, response) => response.writeHead(200).flushHeaders(), 300],
  ['drips for ever', (_body, response) => drip(response), 300],
  ['hangs up', (_body, response) => response.destroy()],
  ['sends a cut body', (_body, response) => cut(response)],
  ['sends a body without end', (_body, response) => flood(response)],
  ['answers 500 with a page', answering(`<h1>${SECRET}</h1>`, 500, 'text/html')],
  ['answers 500 with JSON', answering(`{"errors":[{"message":"${SECRET}"}]}`, 500)],
  ['redirects', (_body, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['answers 404', answering('{"message":"no such route"}', 404)],
  ['answers with text', answering(SECRET, 200, 'text/plain')],
  ['answers with nothing', answering('')],
  ['answers null', graphql(null)],
  ['answers a list', graphql([{ data: {} }])],
  ['answers neither data nor errors', graphql({})],
  ['answers null data without errors', graphql({ data: null, errors: [] })],
  ['answers data that is text', graphql({ data: SECRET })],
  ['answers errors that are text', graphql({ errors: SECRET })],
  ['answers errors that are numbers', graphql({ data: null, errors: [1] })],
  ['leaves out the entities', graphql({ data: {} })],
  ['sends text for the entities', graphql({ data: { _entities: SECRET } })],
  ['sends no entity', graphql({ data: { _entities: [] } })],
  ['sends too many entities', graphql({ data: { _entities: [null, null] } })],
  ['sends text for an entity', graphql({ data: { _entities: [SECRET] } })],
  ['leaves out a field', graphql({ data: { _entities: [{}] } })],
  ['sends text for a list', entity(SECRET)],
  ['sends an object for a list', entity({ name: SECRET })],
  ['sends text for an object', entity([SECRET])],
  ['sends null where null is not allowed', entity([null])],
  ['sends a number for text', entity([{ name: 5 }])],
  ['sends an object for text', entity([{ name: { text: SECRET } }])],
  ['overwrites what another subgraph knows', entity(CENTERS, { name: SECRET })],
  ['claims to be another type', entity(CENTERS, { __typename: 'DayuStreet' })],
  ['claims a type that is not text', entity(CENTERS, { __typename: 5 })],
];

const cases = MISBEHAVIOURS.map(([what, chengzi, timeoutMs]) => ({ what, chengzi, timeoutMs }));

it.each(cases)('a street that $what leaves the others whole', async ({ chengzi, timeoutMs }) => {
  await withPlatform(
    { chengzi, ...(timeoutMs && { timeoutMs }), maxResponseBytes: 100_000 },
    async ({ ask, servers }) => {
      const { data, errors, text, status } = await ask(QUERY);
      expect(status).toBe(200);
      expect(data).toEqual({
        district: { name: '门头沟区' },
        streets: [
          { code: 'DAYU', name: '大峪街道', centers: CENTERS },
          { code: 'CHENGZI', name: '城子街道', centers: null },
        ],
      });
      expect(errors).toEqual([
        {
          message:
            '城子街道暂不可用，其余数据完整 · 城子街道 (CHENGZI) is unavailable. All other data is complete',
          path: ['streets', 1],
          extensions: { code: 'SUBGRAPH_UNAVAILABLE', street: 'CHENGZI' },
        },
      ]);
      for (const secret of [
        'SELECT',
        'internal',
        '127.0.0.1',
        new URL(servers.chengzi.url).port,
        'graphql',
        '.js',
      ]) {
        expect(text).not.toContain(secret);
      }
    },
  );
});

it('a street that refuses connections leaves the others whole, at its root field too', async () => {
  await withPlatform({}, async ({ ask, servers }) => {
    await servers.chengzi.close();
    const { data, errors } = await ask('{ dayu { hotline } chengzi { hotline } }');
    expect(data).toEqual({ dayu: { hotline: '12345' }, chengzi: null });
    expect(errors).toMatchObject([
      { path: ['chengzi'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', street: 'CHENGZI' } },
    ]);
  });
});

it('is asked again by the next operation, and answers when it is back', async () => {
  let down = true;
  const well = street('ChengziStreet', 'chengzi');
  const chengzi: Behaviour = (body, response, request) =>
    down ? response.destroy() : well(body, response, request);
  await withPlatform({ chengzi }, async ({ ask }) => {
    expect((await ask(QUERY)).errors).toHaveLength(1);
    down = false;
    expect((await ask(QUERY)).errors).toBeUndefined();
  });
});

it('without the district, a street still answers for itself, and the error names no street', async () => {
  await withPlatform({}, async ({ ask, servers }) => {
    await servers.district.close();
    const { data, errors } = await ask('{ dayu { centers { name tasks { title } } } }');
    expect(data).toMatchObject({ dayu: { centers: [{ tasks: [null, null] }, { tasks: [] }] } });
    expect(errors).toEqual([
      {
        message:
          '门头沟区暂不可用，其余数据完整 · 门头沟区 (district) is unavailable. All other data is complete',
        path: ['dayu', 'centers', 0, 'tasks'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'district' },
      },
    ]);
  });
});

type Response = Parameters<Behaviour>[1];

function drip(response: Response): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
}

function cut(response: Response): void {
  const body = JSON.stringify({ data: { _entities: [{ centers: CENTERS }] } });
  response.writeHead(200, { 'content-length': Buffer.byteLength(body) + 10 });
  response.write(body, () => response.destroy());
}

/** Sends as much as it is let, so the test ends only when the gateway hangs up. */
function flood(response: Response): void {
  const more = () => {
    while (!response.destroyed && response.write(' '.repeat(65_536)));
  };
  response.on('drain', more).on('error', () => undefined);
  more();
}
