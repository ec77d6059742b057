import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { isEnforced, RULES, type CatalogueRule, type RuleProof } from '@mtg/governance';

/** Folders with programs, in which rules are called, and with tests of the whole. */
const [PROGRAMS, TESTS] = [['packages', 'subgraphs'], 'tests'];

/** Files that only tell of rules, or make up data that keep them. */
const TELLS =
  /(?:^|\/)(?:dist|node_modules|docs|sample|rules|test-support)\/|governance\/src\/index\.ts$|\.test\.ts$/;

/** An enforced rule is not called, or has no test. */
export class UnprovenRule extends Error {
  override readonly name = 'UnprovenRule';
}

interface Source {
  readonly path: string;
  readonly text: string;
}

/**
 * The places that enforce each rule and the tests that prove it, as they are in the sources: a place calls the rule's check,
 * refuses a role by it, is a state machine of it, or says `@enforces` where SQL does it. Its test stands beside the rule.
 *
 * @param root of the project
 * @param rules of the catalogue, unless a test has others
 * @throws UnprovenRule for a rule that the platform enforces without such a place or without a test
 */
export function ruleProofs(
  root: string,
  rules: readonly CatalogueRule[] = RULES,
): ReadonlyMap<string, RuleProof> {
  const places = PROGRAMS.flatMap((folder) => sourcesIn(root, folder)).filter(
    ({ path }) => !TELLS.test(path),
  );
  const ofRules = sourcesIn(root, join('packages', 'governance', 'src', 'rules'));
  const beside = ofRules.filter(isTest);
  const whole = sourcesIn(root, TESTS).filter(isTest);
  const proofs = rules.filter(isEnforced).map(({ code }): [string, RuleProof] => {
    const calls = callsOf(
      code,
      ofRules.filter((each) => !isTest(each)),
    );
    const named = new RegExp(`^${code.toLowerCase()}-`, 'u');
    // The name of a test says which rule it proves.
    const titled = new RegExp(`^\\s*(?:test|it|describe)\\b.*\\b${code}\\b`, 'mu');
    return [
      code,
      {
        places: places.filter(({ text }) => calls.test(text)).map(({ path }) => path),
        tests: [
          ...beside.filter(({ path }) => named.test(basename(path))),
          ...whole.filter(({ text }) => titled.test(text)),
        ].map(({ path }) => path),
      },
    ];
  });
  const unproven = proofs.flatMap(([code, { places: at, tests }]) => [
    ...(at.length > 0 ? [] : [`${code} is called nowhere`]),
    ...(tests[0]?.includes(`${code.toLowerCase()}-`)
      ? []
      : [`${code} has no test beside it (packages/governance/src/rules)`]),
  ]);
  if (unproven.length > 0) throw new UnprovenRule(unproven.join('; '));
  return new Map(proofs);
}

const isTest = ({ path }: Source): boolean => path.endsWith('.test.ts');

/** Calls of a rule: its check or a function of its file, a role refused by it, a machine of it, or SQL that says so. */
function callsOf(code: string, ofRules: readonly Source[]): RegExp {
  const name = code.toLowerCase();
  const own = ofRules.find(({ path }) => basename(path).startsWith(`${name}-`))?.text ?? '';
  const functions = [...own.matchAll(/^export (?:function|const) (\w+)[ =(]/gmu)].map(([, each]) => each);
  const called = [`${name}\\s*\\.check`, ...functions].join('|');
  return new RegExp(`\\b(?:${called})\\(|byRule\\('${code}'\\)|\\brule: '${code}'|@enforces ${code}\\b`, 'u');
}

function sourcesIn(root: string, folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !/(?:^|\/)(?:dist|node_modules)\//u.test(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
