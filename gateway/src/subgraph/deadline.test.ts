import { getEventListeners, getMaxListeners } from 'node:events';
import { answering } from '../../test-support/servers';
import { withPlatform } from '../../test-support/platform';
import { OperationState } from '../context';
import { withinDeadline } from './deadline';

afterEach(() => jest.restoreAllMocks());

function clock() {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  return (milliseconds: number) => (now += milliseconds);
}

it('gives a fetch what its operation has left, and no more than its subgraph may take', () => {
  const pass = clock();
  const operation = new OperationState(1000);
  expect(operation.timeFor(1000)).toBe(1000);
  expect(operation.timeFor(300)).toBe(300);
  pass(800);
  expect(operation.timeFor(1000)).toBe(200);
  expect(operation.timeFor(300)).toBe(200);
  expect(operation.timeFor(5000)).toBe(4200);
  pass(400);
  expect(operation.timeFor(1000)).toBe(0);
});

it('does not begin what has no time left', async () => {
  const work = jest.fn();
  await expect(withinDeadline(0, undefined, work)).rejects.toThrow('no complete answer');
  expect(work).not.toHaveBeenCalled();
});

it('ends a later fetch at the limit of the whole operation', async () => {
  const pass = clock();
  const streets = JSON.stringify({ data: { streets: [{ __typename: 'ChengziStreet', code: 'CHENGZI' }] } });
  const district: Parameters<typeof withPlatform>[0]['district'] = (body, response, request) => {
    pass(900);
    answering(streets)(body, response, request);
  };
  const options = { timeoutMs: 1000, operationTimeoutMs: 1000, district };
  const limits = jest.spyOn(globalThis, 'setTimeout');
  await withPlatform({ ...options, chengzi: () => undefined }, async ({ ask }) => {
    const { data, errors } = await ask('{ streets { code centers { name } } }');
    expect(data).toEqual({ streets: [{ code: 'CHENGZI', centers: null }] });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', street: 'CHENGZI' } }]);
  });
  expect(limits.mock.calls.map(([, milliseconds]) => milliseconds)).toContain(100);
});

it('lets many fetches of one operation listen to its client without a warning', async () => {
  const { signal } = new AbortController();
  const fetches = Array.from({ length: 20 }, () => withinDeadline(1000, signal, async () => undefined));
  expect(getEventListeners(signal, 'abort')).toHaveLength(20);
  expect(getMaxListeners(signal)).toBe(Infinity);
  await Promise.all(fetches);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});
