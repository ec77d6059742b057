import { createHttpServer, createLogger } from '@mtg/service-kit';
import { readInsightConfig } from './config';
import { mountDoors, openDoors } from './doors';

const NOWHERE = 'postgres://doors:x@127.0.0.1:1/none';
const config = readInsightConfig({
  DATABASE_URL: NOWHERE,
  DATABASE_OWNER_URL: NOWHERE,
  OIDC_ISSUER: 'http://127.0.0.1:1',
});
const logger = createLogger('insight', 'silent');
const app = createHttpServer(logger);
const doors = openDoors(config, logger);
beforeAll(() => mountDoors(app, doors, config));
afterAll(async () => {
  await app.close();
  await doors.pool.end();
});

test.each([
  ['/bi/datasets.json', 'GET, HEAD, OPTIONS'],
  ['/bi/work_orders.csv', 'GET, HEAD, OPTIONS'],
  ['/bi/work_orders/summary.json', 'GET, HEAD, OPTIONS'],
  ['/bi/jobs', 'GET, HEAD, POST, OPTIONS'],
  ['/bi/jobs/1', 'DELETE, GET, HEAD, OPTIONS'],
  ['/bi/jobs/1/work_orders.csv', 'GET, HEAD, OPTIONS'],
  ['/bi/', 'GET, HEAD, OPTIONS'],
  ['/odata/', 'GET, HEAD, OPTIONS'],
  ['/odata/$metadata', 'GET, HEAD, OPTIONS'],
  ['/odata/work_orders?$top=1', 'GET, HEAD, OPTIONS'],
  ['/graphql', 'GET, HEAD, POST, OPTIONS'],
])('OPTIONS %s says what is allowed, without a key and a database', async (url, allow) => {
  const { statusCode, headers, body } = await app.inject({ method: 'OPTIONS', url });
  expect([statusCode, headers.allow, body]).toEqual([204, allow, '']);
});
