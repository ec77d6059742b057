// Sends the messages of a street once, as a process of its own, which a test kills: node deliver.cjs DATABASE RECEIVER SECRET TIME
const { join } = require('node:path');

const root = join(__dirname, '../../..');
const { createDataSource } = require(join(root, 'packages/subgraph-kit/dist'));
const { definition } = require(join(root, 'subgraphs/dayu/dist'));
const { deliverMessages } = require(join(root, 'packages/street/dist/messages/deliver-messages'));

const [, , databaseUrl, url, secret, time] = process.argv;
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

createDataSource({ ...definition, url: databaseUrl })
  .initialize()
  .then((database) =>
    deliverMessages(
      { database, clock: { now: () => new Date(time) }, owner: 'DAYU', logger },
      { url, secret },
    ),
  )
  .then(() => process.exit(0));
