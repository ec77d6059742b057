import { renderLogLine } from './log-line';

const time = new Date(2026, 0, 2, 3, 4, 5).getTime();
const line = (fields: object): string => JSON.stringify({ level: 30, time, ...fields });

describe('renderLogLine', () => {
  it.each([
    ['a message', line({ msg: 'started' }), '03:04:05 INFO started'],
    ['a time as text', line({ time: new Date(time).toISOString(), msg: 'started' }), '03:04:05 INFO started'],
    [
      'an error',
      line({ level: 50, msg: 'failed', err: { message: 'no route' } }),
      '03:04:05 ERROR failed: no route',
    ],
    [
      'an error that is the message',
      line({ level: 50, msg: 'no', err: { message: 'no' } }),
      '03:04:05 ERROR no',
    ],
    ['an error without a message', line({ level: 60, err: { message: 'no' } }), '03:04:05 FATAL no'],
    ['a level of its own', line({ level: 35, msg: 'x' }), '03:04:05 35 x'],
    ['a time that is none', line({ time: 'x', msg: 'y' }), '--:--:-- INFO y'],
    [
      'what it is about, the cause before it',
      line({
        level: 40,
        name: 'gateway',
        pid: 1,
        hostname: 'h',
        v: 1,
        requestId: 'r-1',
        subgraph: 'dayu',
        err: { type: 'Error', message: 'connect ECONNREFUSED', stack: 'at …', reason: 'timeout' },
        msg: 'a subgraph does not answer',
      }),
      '03:04:05 WARN a subgraph does not answer: connect ECONNREFUSED reason=timeout requestId=r-1 subgraph=dayu',
    ],
    [
      'values that are no plain word as JSON',
      line({
        msg: 'm',
        reason: 'no route',
        errors: [{ code: 'X' }],
        ms: 3,
        ok: true,
        no: null,
        bell: '\u0007',
      }),
      '03:04:05 INFO m reason="no route" errors=[{"code":"X"}] ms=3 ok=true no=null bell="\\u0007"',
    ],
    [
      'no more than 300 characters of them',
      line({ msg: 'm', text: '街'.repeat(400) }),
      `03:04:05 INFO m text=${'街'.repeat(294)}…`,
    ],
    ['plain text', 'Debugger listening', 'Debugger listening'],
    ['JSON of another kind', '{"a":1}', '{"a":1}'],
    ['half a line', '{"level":30,', '{"level":30,'],
  ])('renders %s', (_, given, expected) => {
    expect(renderLogLine(given)).toBe(expected);
  });
});

it('shows where an error was thrown, if asked', () => {
  const failed = line({
    level: 50,
    msg: 'failed',
    err: { message: 'no', stack: 'Error: no\n    at f (a.ts:1:2)' },
  });
  expect(renderLogLine(failed, { stack: true })).toBe('03:04:05 ERROR failed: no\n    at f (a.ts:1:2)');
  expect(renderLogLine(failed)).toBe('03:04:05 ERROR failed: no');
});
