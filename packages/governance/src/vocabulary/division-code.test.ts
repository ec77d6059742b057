import { checkCommunityCode, checkStreetDivisionCode, communityBelongsTo } from './division-code';

const DAYU = '110109001';

test.each([
  ['110109001001', DAYU, undefined],
  ['110109001999', DAYU, undefined],
  ['110109002001', DAYU, 'NOT_IN_STREET'],
  ['110108001001', DAYU, 'NOT_IN_STREET'],
  ['11010900100', DAYU, 'NOT_TWELVE_DIGITS'],
  ['1101090010011', DAYU, 'NOT_TWELVE_DIGITS'],
  ['11010900100X', DAYU, 'NOT_TWELVE_DIGITS'],
  ['１１０１０９００１００１', DAYU, 'NOT_TWELVE_DIGITS'],
  [' 110109001001', DAYU, 'NOT_TWELVE_DIGITS'],
  ['110109001001\n', DAYU, 'NOT_TWELVE_DIGITS'],
  ['1.10109E+11', DAYU, 'NOT_TWELVE_DIGITS'],
  ['', DAYU, 'NOT_TWELVE_DIGITS'],
])('community %j in street %s: %s', (code, street, reason) => {
  const refusal = checkCommunityCode(code, street);
  expect(refusal?.reason).toBe(reason);
  expect(communityBelongsTo(code, street)).toBe(reason === undefined);
});

test('a community of another street: the message says which prefix was found and which was expected', () => {
  const refusal = checkCommunityCode('110109002001', DAYU);
  expect(refusal?.message.zh).toContain('前9位是 110109002，应为本街道的 110109001');
  expect(refusal?.message.en).toContain('begins with 110109002, but this street');
  expect(refusal?.message.en).toContain('begin with 110109001');
});

test('a malformed community code: the message says which prefix was expected', () => {
  const refusal = checkCommunityCode('42', DAYU);
  expect(refusal?.message.zh).toContain(`前9位应为 ${DAYU}`);
  expect(refusal?.message.en).toContain(`first nine should be ${DAYU}`);
});

test.each(['', '110109', '110109001001', 'DAYU'])(
  '%j is not a street to check communities with',
  (street) => {
    expect(() => checkCommunityCode('110109001001', street)).toThrow(RangeError);
    expect(communityBelongsTo('110109001001', street)).toBe(false);
  },
);

test.each([
  ['110109001', undefined],
  ['110109004', undefined],
  ['110108001', 'NOT_IN_DISTRICT'],
  ['11010900', 'NOT_NINE_DIGITS'],
  ['110109001001', 'NOT_NINE_DIGITS'],
  ['11010900a', 'NOT_NINE_DIGITS'],
  ['', 'NOT_NINE_DIGITS'],
])('street %j: %s', (code, reason) => {
  expect(checkStreetDivisionCode(code)?.reason).toBe(reason);
});
