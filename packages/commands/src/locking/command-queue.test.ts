import { CommandQueue, OverloadedError } from './command-queue';

/** Fills a queue whose first task does not end before it is told to. */
function crowd(queue: CommandQueue, people: number, each: number) {
  let end = (): void => undefined;
  const all = [queue.run(() => new Promise<void>((resolve) => (end = resolve)), 'first')];
  for (let person = 0; person < people; person += 1) {
    for (let round = 0; round < each; round += 1) {
      all.push(queue.run(() => Promise.resolve(), `person-${person}`));
    }
  }
  return { taken: Promise.allSettled(all), end: () => end() };
}

it('takes on no more of one than that, and of all others all the same', async () => {
  const queue = new CommandQueue();
  const { taken, end } = crowd(queue, 1, 101);
  const another = queue.run(() => Promise.resolve('another'), 'another');
  await Promise.resolve();
  end();
  const refused = (await taken).filter(({ status }) => status === 'rejected');
  expect(refused).toEqual([{ status: 'rejected', reason: expect.any(OverloadedError) }]);
  await expect(another).resolves.toBe('another');
});

it('takes on no more of all than that, but what the platform does itself', async () => {
  const queue = new CommandQueue();
  const { taken, end } = crowd(queue, 10, 100);
  await expect(queue.run(() => Promise.resolve(), 'another')).rejects.toThrow(OverloadedError);
  const own = queue.run(() => Promise.resolve('own'));
  await Promise.resolve();
  end();
  await expect(own).resolves.toBe('own');
  await taken;
});

it('runs one task of each owner in turn, so that one who has many delays the others by one', async () => {
  const queue = new CommandQueue();
  const { taken, end } = crowd(queue, 1, 100);
  const order: string[] = [];
  const many = Array.from({ length: 3 }, (_, index) =>
    queue.run(async () => order.push(`many ${index}`), 'many'),
  );
  const one = queue.run(async () => order.push('one'), 'one');
  const own = queue.run(async () => order.push('own'));
  end();
  await Promise.all([...many, one, own]);
  expect(order).toEqual(['many 0', 'one', 'own', 'many 1', 'many 2']);
  await taken;
});

it('goes on after a task that failed', async () => {
  const queue = new CommandQueue();
  await expect(queue.run(() => Promise.reject(new Error('no')), 'a')).rejects.toThrow('no');
  await expect(queue.run(() => Promise.resolve('yes'), 'a')).resolves.toBe('yes');
});

it('goes on after a task that throws before it has begun', async () => {
  const queue = new CommandQueue();
  const broken = queue.run(() => {
    throw new Error('not connected');
  }, 'one');
  await expect(broken).rejects.toThrow('not connected');
  await expect(queue.run(() => Promise.resolve('next'), 'another')).resolves.toBe('next');
});
