/**
 * Cost of reading for a street or the district, as a ratio to PostGraphile over the same database, in the same run: the
 * processor time of the serving process for each request, and how long a client waits.
 *
 *   npm run build && node bench/reading.mjs [--cases list,count] [--connections 1,8,32] [--rounds N] [--seconds N]
 *
 * It starts 大峪街道 and the district with databases of their own and a year of sample data, and removes them. Both serve in
 * production settings and verify the same token. Before anything is timed, their answers are compared.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mintToken, readSigningKey } from '../packages/identity/dist/index.js';
import { DEVELOPMENT_IDENTITY } from '../packages/platform/dist/index.js';
import { Client } from './keep-asking.mjs';
import { preparePostgraphile } from './postgraphile.mjs';
import { CASES } from './reading-cases.mjs';
import { compareAnswers, HEADINGS, line, measure } from './reading-measure.mjs';
import { serve } from './served.mjs';
import { mtgSample, runningPlatform, withParts } from './street.mjs';

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    cases: { type: 'string', default: CASES.map(({ name }) => name).join() },
    connections: { type: 'string', default: '1,8,32' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1' },
    'data-dir': { type: 'string' },
    'peer-open': { type: 'boolean', default: false },
    profiles: { type: 'string' },
  },
});
if (values.help) {
  console.log(`用法 · Usage: node bench/reading.mjs [options]

街道、区级子图与 PostGraphile 在同一数据库上的读取开销之比，约四分钟；首次运行时安装 PostGraphile
what reading costs a subgraph, against PostGraphile over the same database, about four minutes; PostGraphile is installed the first time

  --cases NAMES       只测这些 · these only: ${CASES.map(({ name }) => name).join()}
  --connections LIST  并发连接数 · connections at once (default: 1,8,32)
  --rounds N          轮数 · rounds of each (default: 5)
  --seconds N         每轮秒数 · seconds of a round (default: 1)
  --data-dir DIR      用正在运行且已有样例的平台 · a platform that runs, with sample data
  --peer-open         PostGraphile 不核验令牌 · PostGraphile verifies no token, and so does less
  --profiles DIR      把子图的 CPU 剖析写入此目录 · writes CPU profiles of the subgraphs there`);
  process.exit(0);
}

const READER = { subject: 'bench', role: 'DISPATCHER', street: 'DAYU' };
const PROGRAMS = { dayu: '../subgraphs/dayu/dist/main.js', district: '../subgraphs/district/dist/main.js' };

const cases = values.cases.split(',').map((wanted) => {
  const known = CASES.find(({ name }) => name === wanted);
  if (!known) throw new Error(`no case ${wanted}`);
  return known;
});
const rounds = Number(values.rounds);
const milliseconds = 1000 * Number(values.seconds);
const directory = values['data-dir'];
if (directory === undefined) {
  await withParts(['dayu', 'district'], async (platform) => {
    await mtgSample('DAYU', platform.directory, '--scale', '1');
    await compare(platform);
  });
} else {
  await compare(runningPlatform(directory));
}

async function compare({ directory, part }) {
  const terms = { ...DEVELOPMENT_IDENTITY, expiresInSeconds: 3600 };
  const token = await mintToken(readSigningKey(directory), READER, terms);
  const postgraphile = preparePostgraphile();
  const servers = [];
  const start = async (options) => {
    const server = await serve(options);
    servers.push(server);
    return server;
  };
  const contenders = new Map();
  try {
    for (const name of new Set(cases.map((each) => each.part))) {
      const environment = environmentOf(part(name), part('identity'));
      contenders.set(name, {
        own: await start({
          program: fileURLToPath(new URL(PROGRAMS[name], import.meta.url)),
          environment,
          profiles: values.profiles,
        }),
        peer: await start({ ...postgraphile, environment }),
      });
    }
    const clientsOf = ({ part, ...asked }, connections) =>
      ['own', 'peer'].map((which) => {
        const server = contenders.get(part)[which];
        const { query, variables } = asked[which];
        return { server, client: new Client(server.url, token, { query, variables }, connections) };
      });
    for (const each of cases) await compareAnswers(each, clientsOf(each, 1));
    console.log(HEADINGS);
    for (const each of cases) {
      for (const connections of values.connections.split(',').map(Number)) {
        const measured = await measure(clientsOf(each, connections), rounds, milliseconds);
        console.log(line(each.what, connections, measured));
      }
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

function environmentOf({ databaseUrl, ownerDatabaseUrl }, issuer) {
  return {
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: ownerDatabaseUrl,
    OIDC_ISSUER: DEVELOPMENT_IDENTITY.issuer,
    OIDC_AUDIENCE: DEVELOPMENT_IDENTITY.audience,
    JWKS_URL: `${issuer.url}/jwks.json`,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_FORMAT: 'json',
    // Nothing of its own while it is measured.
    SWEEP_SECONDS: '86400',
    ...(values['peer-open'] && { AUTHORIZATION: 'none' }),
  };
}
