import { withPlatform } from '../test-support/platform';
import { PlanCache } from './plan-cache';

const plan = () => ({ kind: 'QueryPlan' }) as const;

it('forgets the plan that was used longest ago', async () => {
  const cache = new PlanCache(2);
  await cache.set('a', plan());
  await cache.set('b', plan());
  expect(await cache.get('a')).toBeDefined();
  await cache.set('c', plan());
  await cache.set('c', plan());
  expect(await cache.get('b')).toBeUndefined();
  expect(await cache.get('a')).toBeDefined();
  expect(await cache.get('c')).toBeDefined();
});

it('forgets one or all when told to', async () => {
  const cache = new PlanCache(2);
  await cache.set('a', plan());
  await cache.set('b', plan());
  await cache.delete('a');
  expect(await cache.get('a')).toBeUndefined();
  cache.clear();
  expect(await cache.get('b')).toBeUndefined();
});

it('is the one that the gateway keeps its plans in', async () => {
  const set = jest.spyOn(PlanCache.prototype, 'set');
  await withPlatform({}, async ({ ask }) => {
    await ask('{ dayu { code } }');
    await ask('{ dayu { code } }');
    expect(set).toHaveBeenCalledTimes(1);
  });
});
