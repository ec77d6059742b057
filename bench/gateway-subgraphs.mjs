/**
 * Worker: four fake streets and a district over loopback HTTP, with canned answers, so that the gateway is the limit.
 * Posts `{ name, url, sdl }[]` once they listen.
 */
import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';
const STREETS = ['Dayu', 'Chengzi', 'Dongxinfang', 'Datai'].map((name) => ({
  __typename: `${name}Street`,
  code: name.toUpperCase(),
  name,
}));
const CENTERS_PER_STREET = 7;

const districtSdl = `${LINK}
  type Query { streets: [Street]! }
  interface Street { code: ID! name: String! }
  ${STREETS.map(({ __typename: type }) => `type ${type} implements Street @key(fields: "code") { code: ID! name: String! }`).join('\n')}`;

const streetSdl = (type, root) => `${LINK}
  type Query { ${root}: ${type} }
  interface Street { code: ID! centers: [Center!] }
  type ${type} implements Street @key(fields: "code") { code: ID! centers: [Center!] }
  type Center @shareable { number: Int! name: String! alias: String sections: [String!]! }`;

const center = (_value, number) => ({
  number,
  name: `综合服务中心${number}`,
  alias: null,
  sections: ['窗口服务', '协同治理', '应急值守'],
});

const district = {
  name: 'district',
  sdl: districtSdl,
  resolvers: { Query: { streets: () => STREETS }, Street: { __resolveType: ({ __typename: type }) => type } },
};

const streets = STREETS.map(({ __typename: type, code }) => {
  const root = code.toLowerCase();
  const self = () => ({ code, centers: Array.from({ length: CENTERS_PER_STREET }, center) });
  return {
    name: root,
    sdl: streetSdl(type, root),
    resolvers: {
      Query: { [root]: self },
      Street: { __resolveType: () => type },
      [type]: { __resolveReference: self },
    },
  };
});

async function serve({ name, sdl, resolvers }) {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers });
  const answers = new Map();
  const answer = async (body) => {
    const { query, variables } = JSON.parse(body);
    return JSON.stringify(await graphql({ schema, source: query, variableValues: variables }));
  };
  const respond = async (body, response) => {
    if (!answers.has(body)) answers.set(body, await answer(body));
    response.writeHead(200, { 'content-type': 'application/json' }).end(answers.get(body));
  };
  const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => void respond(body, response));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { name, sdl, url: `http://127.0.0.1:${server.address().port}/graphql` };
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has none
parentPort.postMessage(await Promise.all([district, ...streets].map(serve)));
