/**
 * How much the gateway's own data source gains over the stock one, in the same process and run, as a ratio:
 *
 *   npm run bench gateway
 *
 * Both execute the same district-wide question (five fetches) over the same fake subgraphs, in turn, without an HTTP
 * layer in front; the median of the rounds counts.
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { composeSupergraph } from '../packages/composition/dist/index.js';
import { createLogger } from '../packages/service-kit/dist/index.js';
import { OperationState } from '../gateway/dist/context.js';
import { createFederation } from '../gateway/dist/federation.js';

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } });
if (values.help) {
  console.log(
    '用法 · Usage: npm run bench gateway\n\n网关数据源与自带数据源的同场比较，约十秒 · our data source against the stock one, about ten seconds',
  );
  process.exit(0);
}

const QUERY = '{ streets { code name centers { number name alias sections } } }';
const ROUNDS = 5;
const ROUND_MS = 700;
const AT_A_TIME = 20;

const worker = new Worker(new URL('./gateway-subgraphs.mjs', import.meta.url));
const subgraphs = await new Promise((resolve, reject) =>
  worker.once('message', resolve).once('error', reject),
);
const { supergraphSdl } = composeSupergraph(subgraphs);
const logger = createLogger('bench', 'warn');

const { gateway: own, transports } = createFederation(
  supergraphSdl,
  subgraphs.map(({ name, url }) => ({ name, title: name, url, timeoutMs: 5000 })),
  logger,
);
const stock = new ApolloGateway({
  supergraphSdl,
  logger,
  buildService: ({ url }) => new RemoteGraphQLDataSource({ url }),
});

const contenders = await Promise.all(
  [
    ['stock', stock],
    ['own', own],
  ].map(async ([name, gateway]) => {
    const server = new ApolloServer({ gateway, logger, stopOnTerminationSignals: false });
    await server.start();
    return { name, server, rates: [] };
  }),
);

async function once(server) {
  const signal = new AbortController().signal;
  const contextValue = {
    requestId: 'bench',
    authorization: undefined,
    signal,
    operation: new OperationState(),
  };
  const { body } = await server.executeOperation({ query: QUERY }, { contextValue });
  const { data, errors } = body.singleResult;
  if (errors || data.streets.length !== 4 || data.streets[3].centers.length !== 7)
    throw new Error('wrong answer');
}

/** Operations a second. */
async function round(server) {
  const start = performance.now();
  let done = 0;
  const loop = async () => {
    while (performance.now() - start < ROUND_MS) {
      await once(server);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, loop));
  return (done * 1000) / (performance.now() - start);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

for (const { server } of contenders) await round(server); // warm-up
for (let i = 0; i < ROUNDS; i++) {
  for (const { server, rates } of contenders) rates.push(await round(server));
}
const [stockRate, ownRate] = contenders.map(({ rates }) => median(rates));
console.log(`RemoteGraphQLDataSource  ${stockRate.toFixed(0)} operations/s`);
console.log(`SubgraphDataSource       ${ownRate.toFixed(0)} operations/s`);
console.log(`ratio                    ${(ownRate / stockRate).toFixed(2)}`);

for (const { server } of contenders) await server.stop();
for (const transport of transports.values()) await transport.close();
await worker.terminate();
