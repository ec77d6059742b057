import type { Actor } from '@mtg/access';
import { RememberedTokens, type Circumstances } from './remembered-tokens';

const ACTOR: Actor = { subject: 'u-1', role: 'ANALYST' };
const SECONDS = 1_800_000_000;
const at = (seconds: number, keys = 1): Circumstances => ({
  now: new Date((SECONDS + seconds) * 1000),
  keys,
});

let tokens: RememberedTokens;
beforeEach(() => {
  tokens = new RememberedTokens(5);
  tokens.note('a', ACTOR, SECONDS + 30, at(0));
});

it('knows the token that was verified, and no other', () => {
  expect(tokens.find('a', at(0))).toBe(ACTOR);
  expect(tokens.find('b', at(0))).toBeUndefined();
});

it.each<[string, number, boolean]>([
  ['before it expires', 29, true],
  ['within the tolerated difference of clocks', 34, true],
  ['when that is over', 35, false],
])('%s, at %i s: %s', (_when, seconds, isKnown) => {
  expect(tokens.find('a', at(seconds)) !== undefined).toBe(isKnown);
});

it('has a long-lived token verified again after a minute', () => {
  tokens.note('b', ACTOR, SECONDS + 86_400, at(0));
  expect(tokens.find('b', at(59))).toBe(ACTOR);
  expect(tokens.find('b', at(60))).toBeUndefined();
  // Not even where the clock is set back.
  expect(tokens.find('b', at(10))).toBeUndefined();
});

it('knows nothing that was verified by other keys, or in the future', () => {
  expect(tokens.find('a', at(0, 2))).toBeUndefined();
  tokens.note('b', ACTOR, SECONDS + 86_400, at(10));
  expect(tokens.find('b', at(9))).toBeUndefined();
});
