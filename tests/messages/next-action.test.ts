import { readSource, sources } from '../support/sources';

const HOLE = String.raw`\$\{(?:[^{}\x60]|\x60[^\x60]*\x60|\{[^}]*\})*\}`;
const LITERAL = String.raw`'(?:[^'\n\\]|\\.)*'|\x60(?:[^\x60$\\]|\\.|\$(?!\{)|${HOLE})*\x60`;
/** A sentence in both languages, as the sources write it. */
const SENTENCE = new RegExp(String.raw`zh:\s*(${LITERAL}),\s*en:\s*(${LITERAL})`, 'gu');

/** The same of a rule's violation: after its field. */
const VIOLATION = new RegExp(String.raw`(${LITERAL}),\s*(${LITERAL}),?\s*\)`, 'gu');

/** How a sentence goes to a client: right before it. */
const REFUSES =
  /\brefuse\.(?:badInput|badArgument|notFound|unknown|conflict|conflictAt|forbidden|because)\(|\bconflict\(|\bviolationOf\(|\brequire(?:Input|State)\(|\bmessage: \{/;
const LINES_BEFORE = 4;

/** Values that are next actions themselves, worked out beside the sentence. */
const ACTION = /^\$\{(?:first|next|readers|wayOut|WAY_OUT\[act\])\.|Correct/u;

/** Chinese asks (请) or requires (须, 不能); English ends with a request, or requires (must). */
const ASKS = /请|须/u;
const FORBIDS = /不能/u;
const REQUIRES = /\bmust\b/u;
const REQUEST = new RegExp(
  String.raw`^(?:If [^,]+, )?(?:${[
    'Add|Appoint|Combine|Consult|Describe|Draft|End|Extend|Hand|Have|Issue|Keep|Let|Link|List|Make|Merge|Nominate|Pass|Put|Recall|Reduce|Report|State|Verify',
    'Accept|Ask|Attach|Call|Check|Choose|Cite|Close|Complete|Continue|Correct|Dispatch|Do|Give|Hold|Leave|Look|Name|Omit|Propose',
    'Provide|Query|Read|Record|Register|Remove|Request|Retry|Revise|Say|Send|Use|Wait|Withdraw|Write|say|correct|dispatch',
  ].join('|')})\b`,
  'u',
);

/** Sentences of other kinds: parts of a sentence, or what a text must be, of which the input is named before it. */
const OTHERS = new Set([
  'packages/governance/src/catalogue/verify-quotations.ts',
  'packages/governance/src/checks/batch-assignment.ts',
  'packages/governance/src/checks/text-problems.ts',
  'packages/governance/src/checks/unless.ts',
  'packages/governance/src/state-machines/next-state.ts',
  'packages/street/src/organization/organization.repository.ts',
]);

interface Told {
  readonly where: string;
  readonly zh: string;
  readonly en: string;
}

/** The refusals that a file writes out. */
function refusalsIn(file: string): readonly Told[] {
  const text = readSource(file);
  const told = ({ index, 1: zh = '', 2: en = '' }: RegExpExecArray): Told => ({
    where: `${file}:${text.slice(0, index).split('\n').length}`,
    zh: zh.slice(1, -1),
    en: en.slice(1, -1),
  });
  const isTold = ({ index }: RegExpExecArray): boolean => {
    const before = text.slice(0, index).split('\n');
    const last = before.at(-1) ?? '';
    // The name of a thing is part of a sentence that is written elsewhere.
    if (last.startsWith(' *') || /name(?::| =) \{ $/u.test(last)) return false;
    return REFUSES.test(before.slice(-LINES_BEFORE).join('\n'));
  };
  const isViolation = ({ index, 1: zh = '' }: RegExpExecArray): boolean =>
    /\bviolation\($/u.test(text.slice(0, index).replace(/[^(]*$/u, '')) && /\p{Script=Han}/u.test(zh);
  return [
    ...[...text.matchAll(SENTENCE)].filter(isTold).map(told),
    ...[...text.matchAll(VIOLATION)].filter(isViolation).map(told),
  ];
}

const filled = (text: string, action: string): string =>
  text.replaceAll(new RegExp(HOLE, 'gu'), (hole) => {
    if (ACTION.test(hole)) return action;
    return hole.includes('. ') ? 'it. ' : 'it';
  });

function hasAction(told: Told): boolean {
  const [zh, en] = [filled(told.zh, '请'), filled(told.en, 'Use it')];
  if (REQUIRES.test(en)) return ASKS.test(zh) || FORBIDS.test(zh);
  const sentences = en.split(/[.;:] /u);
  return ASKS.test(zh) && sentences.slice(-2).some((sentence) => REQUEST.test(sentence));
}

test('every refusal ends with the next action, in Chinese and in English', () => {
  const refusals = sources.filter((file) => !OTHERS.has(file)).flatMap(refusalsIn);
  expect(refusals.length).toBeGreaterThan(150);
  expect(refusals.filter((told) => !hasAction(told))).toEqual([]);
});
