import { readdirSync } from 'node:fs';
import { findRule, RULES } from '.';
import { isEnforced } from '../catalogue/rule';
import { RULE_CODES } from '../catalogue/rule-code';
import { RULE_KIND_LABELS, RuleKind } from '../catalogue/rule-kind';

const HAN = /\p{Script=Han}/u;
/** Han characters and the full-width punctuation that comes with them. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** The Kind column of the design's table of rules: P, S, C, R. */
const KINDS: Readonly<Record<string, string>> = {
  R01: 'S',
  R02: 'C',
  R03: 'P',
  R04: 'C',
  R05: 'P',
  R06: 'P',
  R07: 'P',
  R08: 'P',
  R09: 'P',
  R10: 'S',
  R11: 'P',
  R12: 'C',
  R13: 'P/C',
  R14: 'C',
  R15: 'R/P',
  R16: 'R',
  R17: 'C',
  R18: 'C',
  R19: 'P/C',
  R20: 'C',
  R21: 'C',
  R22: 'P',
  R23: 'P',
  R24: 'C',
  R25: 'P',
  R26: 'R',
  R27: 'R',
  R28: 'R',
  R29: 'C',
  R30: 'C/P',
  R31: 'P',
  R32: 'S',
  R33: 'P',
  R34: 'P',
};

const LETTER = { PRECONDITION: 'P', STATE_MACHINE: 'S', CADENCE: 'C', REPORT: 'R' } as const;

test('the catalogue is R01 to R34, in order, each once', () => {
  const expected = Array.from({ length: 34 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`);
  expect(RULES.map((rule) => rule.code)).toEqual(expected);
  expect(RULE_CODES).toEqual(expected);
});

test('each rule is one file, named by its code', () => {
  const files = readdirSync(__dirname).filter((file) => file !== 'index.ts' && !file.endsWith('.test.ts'));
  expect(files.map((file) => file.slice(0, 3).toUpperCase()).sort()).toEqual([...RULE_CODES]);
});

test('kinds are those of the design, in its order', () => {
  const kinds = RULES.map((rule) => [rule.code, rule.kinds.map((kind) => LETTER[kind]).join('/')]);
  expect(Object.fromEntries(kinds)).toEqual(KINDS);
});

test('every kind has a label in both languages', () => {
  for (const kind of Object.values(RuleKind)) {
    expect(RULE_KIND_LABELS[kind].zh).toMatch(HAN);
    expect(RULE_KIND_LABELS[kind].en).not.toMatch(CHINESE);
  }
});

describe.each(RULES.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  const note = rule.note ? [rule.note] : [];
  const bilingual = [rule.name, rule.invariant, ...note];

  test('has every text, trimmed, each in its language', () => {
    for (const chinese of [rule.sentence, ...bilingual.map(({ zh }) => zh)]) {
      expect(chinese).toMatch(HAN);
      expect(chinese).toBe(chinese.trim());
    }
    for (const english of [rule.english, ...bilingual.map(({ en }) => en)]) {
      expect(english).toMatch(/[a-z]/u);
      expect(english).not.toMatch(CHINESE);
      expect(english).toBe(english.trim());
    }
  });

  test('cites lines of the study, ascending', () => {
    expect(rule.lines.length).toBeGreaterThan(0);
    expect(rule.lines.every((line) => Number.isInteger(line) && line > 0)).toBe(true);
    expect(rule.lines).toEqual([...new Set(rule.lines)].sort((a, b) => a - b));
  });

  test('is found by its code', () => {
    expect(findRule(rule.code)).toBe(rule);
  });
});

test('no two rules share a name or a sentence', () => {
  expect(new Set(RULES.map((rule) => rule.name.zh)).size).toBe(RULES.length);
  expect(new Set(RULES.map((rule) => rule.name.en)).size).toBe(RULES.length);
  expect(new Set(RULES.map((rule) => rule.sentence)).size).toBe(RULES.length);
});

test.each(['R35', 'R00', 'r22', '', 'R2'])('there is no rule %j', (code) => {
  expect(findRule(code)).toBeUndefined();
});

test('enforced rules are those with a check', () => {
  const enforced =
    'R01 R02 R03 R04 R05 R06 R07 R08 R09 R10 R11 R12 R13 R14 R15 R16 R17 R18 R19 R20 R21 R22 R23 R24 R25 R26 R27 R28 R29 R30 R31 R32 R33 R34';
  expect(RULES.filter(isEnforced).map((rule) => rule.code)).toEqual(enforced.split(' '));
});

test('slips of the study keep their words and carry a note', () => {
  expect(findRule('R03')?.sentence).toContain('要求和建设');
  expect(findRule('R03')?.note?.zh).toContain('要求和建议');
  expect(findRule('R25')?.sentence).toContain('有推荐形式');
  expect(findRule('R25')?.note?.zh).toContain('推进形式');
});
