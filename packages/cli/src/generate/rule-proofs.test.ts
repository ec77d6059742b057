import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isEnforced, RULES } from '@mtg/governance';
import { ruleProofs, UnprovenRule } from './rule-proofs';

const ROOT = join(__dirname, '..', '..', '..', '..');

test('every enforced rule of the platform is called somewhere and has its test; planned ones have neither', () => {
  const proofs = ruleProofs(ROOT);
  expect([...proofs.keys()]).toEqual(RULES.filter(isEnforced).map(({ code }) => code));
  for (const [code, { places, tests }] of proofs) {
    expect({ code, places: places.length > 0 }).toEqual({ code, places: true });
    expect(tests[0]).toMatch(
      new RegExp(`^packages/governance/src/rules/${code.toLowerCase()}-.*\\.test\\.ts$`),
    );
  }
});

describe('of a project', () => {
  let project: string;
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'rule-proofs-'));
    for (const folder of ['packages/governance/src/rules', 'subgraphs', 'tests/in-process']) {
      mkdirSync(join(project, folder), { recursive: true });
    }
  });
  afterEach(() => rmSync(project, { recursive: true }));

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  const rules = RULES.filter(({ code }) => code === 'R33');
  const TEST = 'packages/governance/src/rules/r33-x.test.ts';

  test.each([
    ['a check', 'act.require(r33.check({}))'],
    ['a function of its file', 'if (areInForce(mandate, day)) return;'],
    ['SQL that says so', '/** @enforces R33 */'],
    ['a role refused by it', `HEAD: byRule('R33'),`],
    ['a state machine', `rule: 'R33',`],
  ])('%s is a place, and a test of the whole is named too', (_, text) => {
    write('packages/street/src/a.ts', text);
    write(TEST, '');
    write('packages/governance/src/rules/r33-x.ts', 'export const areInForce = () => true;');
    write('tests/in-process/b.test.ts', `test('within the mandate (R33)')`);
    expect(ruleProofs(project, rules).get('R33')).toEqual({
      places: ['packages/street/src/a.ts'],
      tests: [TEST, 'tests/in-process/b.test.ts'],
    });
  });

  test('a rule without a place, or without a test beside it, is refused by name', () => {
    write(TEST, '');
    expect(() => ruleProofs(project, rules)).toThrow(UnprovenRule);
    expect(() => ruleProofs(project, rules)).toThrow('R33 is called nowhere');
    write('packages/street/src/a.ts', 'r33.check({})');
    rmSync(join(project, TEST));
    write('tests/in-process/b.test.ts', `test('R33')`);
    expect(() => ruleProofs(project, rules)).toThrow('R33 has no test beside it');
  });

  test('what tells of a rule, or makes up data, is no place', () => {
    write(TEST, '');
    for (const path of [
      'packages/sample/src/a.ts',
      'packages/governance/src/docs/a.ts',
      'packages/a/dist/a.ts',
    ]) {
      write(path, 'r33.check({})');
    }
    expect(() => ruleProofs(project, rules)).toThrow('R33 is called nowhere');
  });
});
