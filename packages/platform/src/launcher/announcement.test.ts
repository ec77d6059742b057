import { STREETS, SUBGRAPHS } from '@mtg/subgraphs';
import { announcement } from './announcement';
import type { PartPlan } from './plan';

const SUBGRAPH_NAMES = SUBGRAPHS.map(({ name }) => name);
const ALL = 'Which functional centers does each street have?';
const BASE_TASKS = '{ district { baseTasks {';
const SHIMENYING = '{ dongxinfang { shimenyingCenter {';

const port = (name: string): number => 5000 + SUBGRAPH_NAMES.indexOf(name);
const part = (name: string): PartPlan => ({
  name,
  kind: name === 'gateway' ? 'gateway' : 'subgraph',
  program: '',
  host: '127.0.0.1',
  port: port(name),
  readyPath: '/readyz',
});
const announced = (...names: string[]): string =>
  announcement({ dataDirectory: '/data', parts: names.map(part) }, 1.25);
const url = (name: string): string => `http://127.0.0.1:${port(name)}/graphql`;
const streetQuestion = (name: string): string => `{ ${name} { name centers { number name } } }`;

describe('the announcement', () => {
  it('has three questions for the gateway when everything runs', () => {
    const text = announced(...SUBGRAPH_NAMES, 'gateway');
    for (const words of [
      ALL,
      BASE_TASKS,
      SHIMENYING,
      `curl -s ${url('gateway')} `,
      `浏览器打开 ${url('gateway')}`,
    ])
      expect(text).toContain(words);
    for (const { name } of STREETS) expect(text).not.toContain(streetQuestion(name));
  });

  it('asks the gateway only what the parts that run can answer', () => {
    const text = announced('dayu', 'gateway');
    expect(text).toContain(`curl -s ${url('gateway')} `);
    expect(text).toContain(JSON.stringify({ query: streetQuestion('dayu') }));
    for (const words of [ALL, BASE_TASKS, SHIMENYING]) expect(text).not.toContain(words);
  });

  it.each(STREETS.map(({ name }) => name))('asks %s itself when it runs alone', (name) => {
    const text = announced(name);
    expect(text).toContain(`${streetQuestion(name)}  → ${url(name)}`);
    expect(text).toContain(`curl -s ${url(name)} `);
    expect(text.includes(SHIMENYING)).toBe(name === 'dongxinfang');
    for (const words of [ALL, BASE_TASKS, 'browser']) expect(text).not.toContain(words);
  });

  it('asks each subgraph its own question without the gateway, and none that takes several', () => {
    const text = announced(...SUBGRAPH_NAMES);
    expect(text).not.toContain(ALL);
    expect(text).toMatch(new RegExp(`baseTasks .*→ ${url('district')}`));
    expect(text).toMatch(new RegExp(`shimenyingCenter .*→ ${url('dongxinfang')}`));
  });

  it('says how to get a token, for what runs and where the key is', () => {
    const issuer: PartPlan = { ...part('dayu'), name: 'identity', kind: 'issuer', port: 4020 };
    const says = (...names: string[]): string =>
      announcement({ dataDirectory: '/data', parts: [issuer, ...names.map(part)] }, 1);
    expect(says('dayu')).toMatch(/ identity +http:\/\/127\.0\.0\.1:4020$/m);
    expect(says('chengzi')).toContain('mtg -- token --role dispatcher --street CHENGZI --data-dir /data');
    expect(says('district')).toContain('mtg -- token --role district-office --data-dir /data');
    expect(announced('dayu')).not.toContain('token');
  });

  it('says where analysts go and how they get a key, if the program for analysis runs', () => {
    const insight: PartPlan = { ...part('dayu'), name: 'insight', kind: 'insight', port: 4011 };
    const text = announcement({ dataDirectory: '/data', parts: [insight, part('gateway')] }, 1);
    expect(text).toContain(`http://127.0.0.1:${port('gateway')}/bi/`);
    expect(text).toContain('mtg -- bi grant NAME --data-dir /data');
    expect(announced(...SUBGRAPH_NAMES, 'gateway')).not.toContain('/bi/');
  });

  it('has the address alone when only the gateway runs', () => {
    const text = announced('gateway');
    expect(text).toContain(`Open in a browser: ${url('gateway')}`);
    expect(text).not.toContain('curl');
  });
});
