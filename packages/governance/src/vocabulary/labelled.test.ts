import { AUTHORITY_LABELS, APPROVAL_AUTHORITY_LABELS, DECISION_OUTCOME_LABELS } from './decisions';
import * as acting from './acting';
import * as bodies from './bodies';
import * as communityWork from './community-work';
import * as dispatch from './dispatch';
import * as meetings from './meetings';
import { codesOf, isCodeOf, labelOf, type Labels } from './labelled';

const ALL: readonly [string, Labels<string>][] = [
  ['AUTHORITY', AUTHORITY_LABELS],
  ['APPROVAL_AUTHORITY', APPROVAL_AUTHORITY_LABELS],
  ['DECISION_OUTCOME', DECISION_OUTCOME_LABELS],
  ...[acting, bodies, communityWork, dispatch, meetings].flatMap((module) =>
    Object.entries(module)
      .filter(([name]) => name.endsWith('_LABELS'))
      .map(([name, labels]): [string, Labels<string>] => [name, labels as Labels<string>]),
  ),
];

test.each(ALL)('%s: codes in upper case, each label in both languages, none twice', (_, labels) => {
  const entries = Object.entries(labels);
  expect(entries.length).toBeGreaterThan(1);
  for (const [code, { zh, en }] of entries) {
    expect(code).toMatch(/^[A-Z]+(?:_[A-Z]+)*$/u);
    expect(zh).toMatch(/^\p{Script=Han}+$/u);
    expect(en).toMatch(/^[A-Za-z][A-Za-z’ -]*$/u);
  }
  expect(new Set(entries.map(([, { zh }]) => zh)).size).toBe(entries.length);
});

const LABELS = { A: { zh: '甲', en: 'first' }, B: { zh: '乙', en: 'second' } } as const;

test('codes follow from labels, in their order', () => {
  expect(Object.entries(codesOf(LABELS))).toEqual([
    ['A', 'A'],
    ['B', 'B'],
  ]);
});

test.each([
  ['A', true],
  ['a', false],
  ['', false],
  ['constructor', false],
])('isCodeOf(%j) is %j', (text, expected) => {
  expect(isCodeOf(LABELS, text)).toBe(expected);
});

test('an unknown code reads as itself, quoted', () => {
  expect(labelOf(LABELS, 'A').zh).toBe('甲');
  expect(labelOf(LABELS, 'toString').zh).toBe('“toString”');
});

test('each body has a head who is named by office, and categories of its own', () => {
  for (const kind of Object.values(bodies.BodyKind)) {
    expect(bodies.BODY_HEADS[kind].offices.length).toBeGreaterThan(0);
    expect(bodies.MEMBER_CATEGORIES_OF[kind].length).toBeGreaterThan(3);
  }
  const all = Object.values(bodies.MEMBER_CATEGORIES_OF).flat();
  expect(new Set(all)).toEqual(new Set(Object.values(bodies.MemberCategory)));
});
