import { setImmediate as nextRound } from 'node:timers/promises';
import { Lane, type Holder, type Release } from './lane';

const request = (owner: string): Holder => ({ owner, request: {} });

/** Asks for a number of connections, and lists what was granted, in order. */
class Asking {
  readonly granted: { readonly by: string; readonly release: Release }[] = [];

  constructor(private readonly lane: Lane) {}

  ask(by: string, holder: Holder, times = 1): void {
    for (let i = 0; i < times; i += 1) {
      void this.lane.enter(holder).then((release) => this.granted.push({ by, release }));
    }
  }

  async names(): Promise<string> {
    await nextRound();
    return this.granted.map(({ by }) => by).join('');
  }
}

test('an owner holds half of the connections at most, however many it asks for', async () => {
  const asking = new Asking(new Lane(6));
  for (let i = 0; i < 8; i += 1) asking.ask('a', request('greedy'), 700);
  expect(await asking.names()).toBe('aaa');
  asking.ask('b', request('modest'));
  expect(await asking.names()).toBe('aaab');
});

test('two owners leave a connection to a third', async () => {
  const asking = new Asking(new Lane(6));
  asking.ask('a', request('one'), 3);
  asking.ask('A', request('one'), 3);
  asking.ask('b', request('two'), 3);
  asking.ask('B', request('two'), 3);
  expect((await asking.names()).length).toBe(5);
  asking.ask('c', request('three'), 3);
  expect((await asking.names()).slice(5)).toBe('c');
});

test('an owner has as many places as it is given', async () => {
  const asking = new Asking(new Lane(12, 4));
  for (let i = 0; i < 8; i += 1) asking.ask('a', request('one'));
  expect(await asking.names()).toBe('aaaa');
});

test('a request leaves its owner one connection for another', async () => {
  const asking = new Asking(new Lane(6));
  asking.ask('a', request('one'), 100);
  expect(await asking.names()).toBe('aa');
  asking.ask('b', request('one'));
  expect(await asking.names()).toBe('aab');
});

test('owners take turns, and so do the requests of an owner', async () => {
  const asking = new Asking(new Lane(1));
  asking.ask('a', request('one'), 3);
  asking.ask('b', request('one'), 3);
  asking.ask('c', request('two'), 3);
  for (let i = 0; i < 8; i += 1) {
    await nextRound();
    asking.granted.at(-1)?.release();
  }
  expect(await asking.names()).toBe('aacbcacbb');
});

test('a request that gives up waiting takes no connection', async () => {
  const lane = new Lane(1);
  const release = await lane.enter(request('one'));
  const abort = new AbortController();
  const waiting = lane.enter(request('two'), abort.signal);
  abort.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  const next = lane.enter(request('three'));
  release();
  release();
  (await next)();
  const asking = new Asking(lane);
  asking.ask('d', request('four'), 2);
  expect(await asking.names()).toBe('d');
});

test('a wait that was over before it began is refused', () => {
  expect(() => new Lane(1).enter(request('one'), AbortSignal.abort(new Error('gone')))).toThrow('gone');
});

test('a place that is free is had without waiting, by the same rules', () => {
  const lane = new Lane(4);
  const releases = [1, 2, 3].map(() => lane.tryEnter(request('a')));
  expect(releases.map((release) => release !== undefined)).toEqual([true, true, false]);
  // What was not had is not waited for.
  releases[0]?.();
  expect(lane.tryEnter(request('b'))).toBeDefined();
  expect(lane.tryEnter(request('a'))).toBeDefined();
});
