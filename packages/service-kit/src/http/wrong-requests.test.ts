import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { createErrorMask } from './mask';
import { createLogger } from '../logging/logger';
import { commonApolloOptions } from './apollo-options';
import { CLIENT_LIMITS } from './query-limits';
import { mountGraphQL, type RequestContext } from './graphql-route';
import { mountHealth } from './health-routes';
import { inputErrorsPlugin } from './input-errors-plugin';
import { createHttpServer } from './server';
import { StrictDate } from '../scalars/scalars';

/** With our scalar in the place of one that takes anything. */
function withDate(sdl: string): GraphQLSchema {
  const schema = buildSchema(sdl);
  const { parseValue, parseLiteral } = StrictDate;
  Object.assign(schema.getType('Date') ?? {}, { parseValue, parseLiteral });
  return schema;
}

const logger = createLogger('test', 'silent');
const app = createHttpServer(logger);
const apollo = new ApolloServer<RequestContext>({
  schema: withDate(
    'scalar Date enum Kind { A } type Query { echo(text: String): String day(of: Date): String kind(of: Kind): String above(of: Above): String } input Above { limits: [Float] }',
  ),
  rootValue: { echo: ({ text = null }: { readonly text?: string | null }) => text },
  logger,
  ...commonApolloOptions({ limits: CLIENT_LIMITS, introspection: true }),
  formatError: createErrorMask(logger),
  plugins: [inputErrorsPlugin({ introspection: true }), ApolloServerPluginLandingPageDisabled()],
});
let address: string;

beforeAll(async () => {
  await apollo.start();
  mountGraphQL(app, apollo, (request) => request);
  mountHealth(app, async () => []);
  app.get('/files/:file', (_request, reply) => reply.send({}));
  address = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await apollo.stop();
});

const send = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${address}${path}`, {
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    ...init,
  });
  const text = await response.text();
  const body = text ? (JSON.parse(text) as { errors?: { message: string }[]; data?: unknown }) : {};
  return { ...body, status: response.status, allow: response.headers.get('allow'), text };
};
const post = (body: string | Buffer, type = 'application/json', headers: Record<string, string> = {}) =>
  send('/graphql', {
    method: 'POST',
    body: body as string,
    headers: { 'content-type': type, ...headers },
  });
const question = (query: string, more: object = {}) => JSON.stringify({ query, ...more });

/** 大 in GBK. */
const GBK = Buffer.concat([
  Buffer.from('{"query":"{ echo(text: \\"'),
  Buffer.from([0xb4, 0xf3]),
  Buffer.from('\\") }"}'),
]);

describe('bytes that are not UTF-8', () => {
  test('in a body are refused, naming UTF-8', async () => {
    expect(await post(GBK)).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringMatching(/UTF-8.*GBK/), extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  test.each(['gb18030', 'gbk', '"GBK"', 'utf-16', 'iso-8859-1'])(
    'are refused by charset=%s',
    async (charset) => {
      expect(await post(GBK, `application/json; charset=${charset}`)).toMatchObject({
        status: 415,
        errors: [{ message: expect.stringContaining('UTF-8') }],
      });
    },
  );

  test.each(['%B4%F3', '%FF', '%ZZ', '%E5%A4'])('%s in an address is refused', async (bytes) => {
    expect(await send(`/graphql?query={echo(text:"${bytes}")}`)).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('UTF-8'), extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  test.each([Buffer.from([0xb4, 0xf3]), Buffer.from('大')])(
    'in an address that is not encoded: %j',
    async (bytes) => {
      const start = Buffer.from('GET /graphql?query={echo(text:"');
      const end = Buffer.from('")} HTTP/1.1\r\nHost: a\r\nApollo-Require-Preflight: 1\r\n\r\n');
      const answer = await raw(Buffer.concat([start, bytes, end]));
      expect(answer).toMatch(/^HTTP\/1\.1 400 .*UTF-8/s);
    },
  );

  test.each(['application/json', 'application/json; charset=UTF-8', 'application/json;charset=utf8'])(
    'text in UTF-8 passes as %s, with a byte order mark too',
    async (type) => {
      for (const mark of ['', '\uFEFF']) {
        const { data } = await post(Buffer.from(mark + question('{ echo(text: "大峪") }')), type);
        expect(data).toEqual({ echo: '大峪' });
      }
    },
  );
});

test('a compressed body is refused as such', async () => {
  expect(await post('x', 'application/json', { 'content-encoding': 'gzip' })).toMatchObject({
    status: 415,
    errors: [{ message: expect.stringContaining('Content-Encoding') }],
  });
});

test.each([
  ['{"query": "{ echo }", "variables": {"__proto__": 1}}'],
  ['{"query": "{ echo }", "constructor": {"prototype": {}}}'],
])('a key that would change a prototype is named: %s', async (body) => {
  expect(await post(body)).toMatchObject({
    status: 400,
    errors: [{ message: expect.stringContaining('__proto__') }],
  });
});

test('Chinese marks in JSON are pointed at', async () => {
  const { errors } = await post('{"query": "{ echo(text: \\"“”，\\") }"，\n"variables": {}}');
  expect(errors?.[0]?.message).toMatch(/第1行第36列的“，”.*Replace it with ,/);
});

describe('a mark of a Chinese keyboard in a query', () => {
  test.each([
    ['，', '{ a: echo，\n b: echo }', '第1行第10列', ','],
    ['“', '{\n  echo(text: “大峪”) }', '第2行第14列', '"'],
    ['”', '{ echo(text: "大峪”) }', '第1行第17列', '"'],
    ['（', '{ echo（text: "a") }', '第1行第7列', '('],
    ['）', '{ echo(text: "a"） }', '第1行第17列', ')'],
    ['：', '{ a：echo }', '第1行第4列', ':'],
    ['｛', '｛ echo }', '第1行第1列', '{'],
    ['！', 'query ($a: String！) { echo }', '第1行第18列', '!'],
    ['￥', 'query (￥a: String) { echo }', '第1行第8列', '$'],
  ])('%s is named with its place and what is meant', async (mark, query, place, meant) => {
    const { errors } = await post(question(query));
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining(`${place}的“${mark}”`),
        extensions: { code: 'GRAPHQL_PARSE_FAILED' },
      },
    ]);
    expect(errors?.[0]?.message).toContain(`Replace it with ${meant}`);
  });

  test.each([
    ['\u3000', '全角空格'],
    ['\u200B', '看不见的字符（U+200B）'],
    ['\u00A0', '看不见的字符（U+00A0）'],
  ])('the space %j is named', async (space, name) => {
    const { errors } = await post(question(`{${space}echo }`));
    expect(errors?.[0]?.message).toContain(`第1行第2列是${name}`.replace('是看', '有看'));
  });

  test.each([
    ['\u3000', 'Replace it with an ordinary space'],
    ['\u00A0', 'Replace it with an ordinary space'],
    ['\u2003', 'Replace it with an ordinary space'],
    ['\u200B', 'Delete it'],
  ])('the correction of the space %j is named', async (space, correction) => {
    const { errors } = await post(question(`{${space}echo }`));
    expect(errors?.[0]?.message).toContain(correction);
  });

  test.each(['；', '。'])('%s has no like in GraphQL and goes', async (mark) => {
    const { errors } = await post(question(`{ a: echo${mark} b: echo }`));
    expect(errors?.[0]?.message).toMatch(
      new RegExp(`第1行第10列的“${mark}”.*请删去，或改为半角逗号 · .*Delete it, or replace it with a comma`),
    );
    const json = await post(`{"query": "{ echo }"${mark} "variables": {}}`);
    expect(json.errors?.[0]?.message).toContain('replace it with a comma');
  });

  test.each([
    ['《', '{ echo(text: 《街》) }', '第1行第14列'],
    ['％', '{ echo(text: ％) }', '第1行第14列'],
    ['😀', '{ echo(text: 😀) }', '第1行第14列'],
  ])('%s has no place in GraphQL outside text', async (mark, query, place) => {
    const { errors } = await post(question(query));
    expect(errors?.[0]?.message).toMatch(
      new RegExp(`${place}的“${mark}”在此处没有意义；.*半角双引号.* · .*between straight quotes`),
    );
  });

  test.each([
    ['名', '{ 名称 }', '第1行第3列'],
    ['名', 'query ($名: String) { echo }', '第1行第9列'],
    ['𠀀', '{ echo(𠀀: "a") }', '第1行第8列'],
  ])('%s is no letter of a name: %s', async (letter, query, place) => {
    const { errors } = await post(question(query));
    expect(errors?.[0]?.message).toMatch(
      new RegExp(`${place}的“${letter}”不能用于名称.*拉丁字母.* · .*Latin letters`),
    );
  });

  test('is text like any other in a string', async () => {
    expect((await post(question('{ echo(text: "“大峪”，\u3000") }'))).data).toEqual({
      echo: '“大峪”，\u3000',
    });
  });
});

test('the correction of a request that any page could cause is named, in Chinese too', async () => {
  const { errors } = await send('/graphql?query={echo}', { headers: {} });
  expect(errors?.[0]?.message).toMatch(/任何网页.*Apollo-Require-Preflight.* · .*CSRF/);
});

test.each([
  ['{}', '非空的 JSON 对象'],
  ['{"variables": {}}', '缺少 query'],
  ['[]', '一次请求只能有一个操作'],
  ['[{"query": "{ echo }"}]', '一次请求只能有一个操作'],
  ['{"query": 5}', 'query 须为文本'],
  ['{"query": "{echo}", "variables": "{}"}', 'variables 须为 JSON 对象'],
  ['{"query": "{echo}", "operationName": 5}', 'operationName 须为文本'],
  ['{"query": "{echo}", "extensions": {"persistedQuery": {"version": 1}}}', '不支持持久化查询'],
])('what is wrong with %s is said in Chinese', async (body, sentence) => {
  const { errors } = await post(body);
  expect(errors?.[0]?.message).toContain(sentence);
});

test.each([
  'query ($given: Date = "张三的电话") { day(of: $given) }',
  'query ($given: Kind = "张三的电话") { kind(of: $given) }',
  'query ($given: Int = "张三的电话") { echo }',
  '{ echo @include(if: "张三的电话") }',
  '{ echo("张三的电话") }',
  '{ echo(text: """张三的电话""" """张三的电话""") }',
  '{ day(of: "张三的电话") }',
  '{ kind(of: "张三的电话") }',
])('words in a wrong place are not repeated: %s', async (query) => {
  const { status, text } = await post(question(query, { operationName: '张三的电话' }));
  expect(status).toBe(400);
  expect(text).not.toContain('张三');
  const { errors } = await post(question(query));
  expect(errors?.[0]?.message).toMatch(/[一-龥]/);
});

describe('text that cannot be stored', () => {
  test.each([
    ['in the document', question('{ echo(text: "a\\u0000b") }')],
    ['as it is', question('{ echo(text: "\0") }')],
    ['half of a pair, in the document', question('{ echo(text: "\uD800") }')],
    ['among the variables', question('query ($t: String) { echo(text: $t) }', { variables: { t: '\0' } })],
    ['half of a pair', question('query ($t: String) { echo(text: $t) }', { variables: { t: '\uDC00' } })],
  ])('%s is refused by the path of its field', async (_what, body) => {
    expect(await post(body)).toMatchObject({ status: 400, errors: [{ message: expect.any(String) }] });
  });

  test('is named with its field', async () => {
    const body = question('query ($t: String) { echo(text: $t) }', { variables: { t: 'a\uD800' } });
    expect((await post(body)).errors).toMatchObject([
      {
        message: expect.stringMatching(/^text：不能含有/),
        extensions: { code: 'BAD_USER_INPUT', field: 'text' },
      },
    ]);
    const { data } = await post(question('{ echo(text: "\\u5927 \\u{1F600} 😀") }'));
    expect(data).toEqual({ echo: '大 😀 😀' });
  });
});

describe('a number that is infinite', () => {
  const digits = '9'.repeat(400);
  test.each([
    ['in the document', '{ above(of: { limits: [1, 1e400] }) }'],
    ['below nought', '{ above(of: { limits: [0, -1E+400] }) }'],
    ['by its digits', `{ above(of: { limits: [0, ${digits}] }) }`],
    ['by digits and exponent', `{ above(of: { limits: [0, ${digits.slice(150)}e99] }) }`],
    ['as a default', 'query ($of: Above = { limits: [0, 1e400] }) { above(of: $of) }'],
    ['as a default of its own', 'query ($n: Float = 1e400) { above(of: { limits: [0, $n] }) }'],
  ])('%s is refused by the path of its field', async (_what, query) => {
    expect(await post(JSON.stringify({ query }))).toMatchObject({
      status: 400,
      errors: [
        {
          message: expect.stringMatching(/^of\.limits\.1：数值超出范围/),
          extensions: { code: 'BAD_USER_INPUT', field: 'of.limits.1' },
        },
      ],
    });
  });

  test('is none where it is small, or a text', async () => {
    const query = '{ above(of: { limits: [1e99, 1e-400] }) echo(text: "1e400") }';
    const { data } = await post(JSON.stringify({ query }));
    expect(data).toEqual({ above: null, echo: '1e400' });
  });
});

describe('a variable that is called as every object calls something', () => {
  test.each(['constructor', 'toString', 'hasOwnProperty'])('$%s is one like any other', async (name) => {
    const query = `query ($${name}: String) { echo(text: $${name}) }`;
    expect((await post(question(query, { variables: { [name]: 'a' } }))).data).toEqual({ echo: 'a' });
    expect((await post(question(query))).data).toEqual({ echo: null });
  });

  test('$__proto__ is refused as such, also when it is given in an address', async () => {
    const query = 'query ($__proto__: String) { echo(text: $__proto__) }';
    const search = new URLSearchParams({ query, variables: '{"__proto__": "a"}' }).toString();
    for (const { status, errors } of [await post(question(query)), await send(`/graphql?${search}`)]) {
      expect(status).toBe(400);
      expect(errors).toMatchObject([{ message: expect.stringContaining('变量不能叫 $__proto__') }]);
    }
  });
});

test('an empty operation name is none', async () => {
  const named = await post(question('query A { echo(text: "a") }', { operationName: '' }));
  expect(named.data).toEqual({ echo: 'a' });
  expect((await send('/graphql?operationName=&query={echo(text:"b")}')).data).toEqual({ echo: 'b' });
});

describe('methods', () => {
  test.each([
    ['PUT', '/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/graphql?query={echo}', 'GET, HEAD, POST, OPTIONS'],
    ['PATCH', '/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/readyz', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/healthz', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/files/orders.csv?limit=1', 'GET, HEAD, OPTIONS'],
    ['POST', '/files/orders.csv', 'GET, HEAD, OPTIONS'],
  ])('%s %s: 405 with what is allowed', async (method, path, allow) => {
    expect(await send(path, { method })).toMatchObject({
      status: 405,
      allow,
      errors: [{ message: expect.stringContaining(method), extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  test('OPTIONS says what is allowed', async () => {
    for (const [path, allow] of [
      ['/graphql', 'GET, HEAD, POST, OPTIONS'],
      ['/healthz', 'GET, HEAD, OPTIONS'],
    ] as const) {
      expect(await send(path, { method: 'OPTIONS' })).toMatchObject({ status: 204, allow, text: '' });
    }
    expect((await send('/nowhere', { method: 'OPTIONS', headers: {} })).status).toBe(404);
  });

  test('HEAD is GET without the body', async () => {
    for (const path of ['/graphql?query={echo(text:"a")}', '/healthz']) {
      const get = await send(path);
      expect(get.status).toBe(200);
      expect(await send(path, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
    }
  });
});

describe('what never becomes a request is answered in the errors’ shape', () => {
  const long = 'x'.repeat(20_000);

  test.each([
    [
      'headers that are too long',
      `GET /healthz HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${long}\r\n\r\n`,
      431,
    ],
    ['an address that is too long', `GET /graphql?query=${long} HTTP/1.1\r\nHost: a\r\n\r\n`, 414],
    ['an address with %zz', 'GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['no HTTP', 'hello\r\n\r\n', 400],
  ])('%s', async (_what, request, status) => {
    const answer = await raw(request);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head.toLowerCase()).toContain('content-type: application/json; charset=utf-8');
    expect(JSON.parse(body)).toEqual({
      errors: [{ message: expect.stringMatching(/[一-龥].* · /), extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});

/** Sends bytes as they are and returns all that comes back. */
async function raw(bytes: string | Buffer): Promise<string> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk)).write(bytes);
  await once(socket, 'end');
  socket.destroy();
  return Buffer.concat(chunks).toString();
}
