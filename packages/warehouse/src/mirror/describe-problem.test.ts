import { SourceProblem } from '../source/source-problem';
import { describeProblem, describeWaiting } from './describe-problem';

const refused = (code: string, message = 'refused', routine?: string) =>
  Object.assign(new Error(message), { code, routine });

test.each([
  ['wrong password', refused('28P01'), 'WAREHOUSE_PASSWORD'],
  ['no right', refused('42501'), 'WAREHOUSE_ROLE'],
  ['no functions', refused('3F000', 'schema "mtg_sharing" does not exist'), 'earlier version'],
  ['no slots left', refused('53400'), 'max_replication_slots'],
  [
    'a log without rows',
    refused('55000', 'logical decoding requires "wal_level" >= "logical"'),
    'wal_level = logical',
  ],
  ['a lost slot', refused('55000', 'can no longer access replication slot'), 'log of the program'],
  ['anything else', new Error('out of order'), 'log of the program'],
])('%s is said in words', (_, error, words) => {
  const { state, problem } = describeProblem(error);
  expect([state, problem.en]).toEqual(['FAILED', expect.stringContaining(words)]);
});

test('a server that stops, or that the network does not reach, is away', () => {
  for (const error of [refused('57P01'), refused('ECONNREFUSED'), new Error('Connection terminated')])
    expect(describeProblem(error).state).toBe('UNREACHABLE');
});

test('a problem that has words already keeps them', () => {
  const problem = { zh: '未共享', en: 'shares nothing' };
  expect(describeProblem(new SourceProblem(problem))).toEqual({ state: 'FAILED', problem });
});

test('a database that accepts no connections is away, whatever the language of its message', () => {
  const { state, problem } = describeProblem(refused('55000', '数据库当前不接受连接', 'CheckMyDatabase'));
  expect([state, problem.en]).toEqual(['UNREACHABLE', expect.stringContaining('accepts no connections')]);
});

test('a copy that waits names the logins it waits for, each once', () => {
  const session = (pid: number, login: string) => ({ pid, login, seconds: 1 });
  expect(describeWaiting([])).toBeUndefined();
  expect(describeWaiting([session(1, 'bi_wang'), session(2, 'doors'), session(3, 'bi_wang')])).toEqual({
    zh: '新的副本已就绪，等待以下登录的读取结束：bi_wang、doors',
    en: 'the new copy is ready and waits for these logins to end reading: bi_wang, doors',
  });
});
