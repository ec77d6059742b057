/**
 * The attacks of bench/attacks.mjs on a street's database, in the form of bench/attack-list.mjs, and besides:
 *
 * - `sql`: variables of the query, each from a SELECT of one `value` in the street's database
 * - `seconds`: rounds go on for as long
 * - `giveUpMs`: each client leaves after as long
 * - `locked`: a table that another session holds for `seconds`
 * - `victim`: what the other client does meanwhile, `question` unless said otherwise: `command`, or `reference`, a question
 *   that needs no row of work
 * - `watched`: the part whose memory is measured, the target unless said otherwise
 * - `sample`: set where a year of sample data has to be there
 */
import { COMMANDS } from '../packages/access/dist/index.js';

const times = (count, write) => Array.from({ length: count }, (_, index) => write(index)).join(' ');

const ANALYST = { subject: 'analyst', role: 'ANALYST' };
const ANALYST_ELSEWHERE = { subject: 'analyst-elsewhere', role: 'ANALYST', street: 'CHENGZI' };

/** Commands that a street does not have. */
const OF_THE_DISTRICT = new Set(['recordApproval', 'revokeApproval']);
const commands = Object.keys(COMMANDS).filter((name) => !OF_THE_DISTRICT.has(name));

export const DATABASE_ATTACKS = [
  {
    point: '1.2',
    name: 'auditHead 700 times, 8 at once',
    query: `{ dayu { ${times(700, (i) => `a${i}: auditHead { hash }`)} } }`,
    parallel: 8,
    seconds: 20,
  },
  {
    point: '1.2',
    name: 'communityVisits { totalCount } 330 times, 8 at once',
    query: `{ dayu { ${times(330, (i) => `a${i}: communityVisits(first: 1) { totalCount }`)} } }`,
    actor: ANALYST,
    parallel: 8,
    seconds: 20,
  },
  {
    point: '1.2',
    name: 'trace of 500 orders',
    query: '{ dayu { workOrders(first: 500) { nodes { id trace { hidden } } } } }',
    actor: ANALYST,
    seconds: 20,
  },
  {
    point: '1.2',
    name: 'one trace of an annual retreat',
    query: 'query ($id: UUID!) { dayu { trace(id: $id) { hidden downward { id typeName title via } } } }',
    sql: { id: "SELECT id AS value FROM meeting WHERE kind = 'ANNUAL_RETREAT' ORDER BY id LIMIT 1" },
    actor: ANALYST,
    seconds: 10,
  },
  {
    point: '1.2',
    name: '10 000 representations at the street’s port',
    target: 'dayu',
    query:
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on DayuStreet { code workOrders(first: 1) { nodes { id } } } } }',
    sql: {
      r: `SELECT json_agg(json_build_object('__typename', 'DayuStreet', 'code', 'DAYU')) AS value FROM generate_series(1, 10000)`,
    },
    actor: ANALYST,
    seconds: 20,
  },
  {
    point: '1.3',
    name: '15 clients give up on a locked table',
    query: '{ dayu { workOrders(first: 5) { nodes { id } } } }',
    actor: ANALYST,
    parallel: 15,
    giveUpMs: 1000,
    locked: 'work_order',
    victim: 'reference',
    seconds: 20,
  },
  {
    point: '1.4',
    name: `${commands.length} commands without input, 60 at once, as another street’s analyst`,
    query: `mutation { dayu { ${commands.map((name) => `${name} { __typename }`).join(' ')} } }`,
    actor: ANALYST_ELSEWHERE,
    parallel: 60,
    seconds: 20,
    victim: 'command',
  },
].map((attack) => ({ ...attack, sample: true, watched: 'dayu' }));
