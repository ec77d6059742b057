import { ownRequestId, requestIdFrom } from './request-id';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

test.each(['a', '0191d2a4-7c7e-7000-8000-000000000000', 'trace:1.2_3', 'x'.repeat(128)])(
  '%j is kept',
  (id) => {
    expect(requestIdFrom(id)).toBe(id);
  },
);

test.each([
  undefined,
  '',
  'x'.repeat(129),
  'a b',
  'a\nlevel=fatal',
  '{"a":1}',
  '请求',
  '<script>',
  ['a', 'b'],
  'system:superviseOverdue',
  'System:x',
  7,
])('%j is replaced', (id) => {
  expect(requestIdFrom(id)).toMatch(UUID);
});

test('what the platform does by itself has ids that no caller can have', () => {
  expect(requestIdFrom(ownRequestId('superviseOverdue'))).toMatch(UUID);
});

test('each request gets an id of its own', () => {
  expect(requestIdFrom(undefined)).not.toBe(requestIdFrom(undefined));
});
