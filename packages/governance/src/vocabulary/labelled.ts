import type { Bilingual } from '../bilingual';

/** Labels of the codes of a vocabulary, in the vocabulary's order. */
export type Labels<Code extends string> = Readonly<Record<Code, Bilingual>>;

/** A vocabulary as an object that an enum library can read, each code under its own name. */
export type Codes<Code extends string> = { readonly [C in Code]: C };

/**
 * The codes of a set of labels. A vocabulary is thus written once, as its labels; codes and type follow from them.
 * Objects and not `enum`s, so that plain strings from data fit.
 */
export function codesOf<Code extends string>(labels: Labels<Code>): Codes<Code> {
  return Object.fromEntries(Object.keys(labels).map((code) => [code, code])) as Codes<Code>;
}

/** True if a text is one of the codes, spelled exactly. */
export function isCodeOf<Code extends string>(labels: Labels<Code>, text: string): text is Code {
  return Object.hasOwn(labels, text);
}

/** Text of a code in a Chinese sentence: its label with the code, or the text itself when it is not a code. */
export function labelOf(labels: Labels<string>, code: string): Bilingual {
  const label = Object.hasOwn(labels, code) ? labels[code] : undefined;
  return label ?? { zh: `“${code}”`, en: `“${code}”` };
}

/** Codes with their labels, as a list in a sentence: all of them, or those that are asked for. */
export function listOf<Code extends string>(
  labels: Labels<Code>,
  codes: readonly Code[] = Object.values<Code>(codesOf(labels)),
): Bilingual {
  return {
    zh: codes.map((code) => `${labels[code].zh}（${code}）`).join('、'),
    en: codes.map((code) => `${labels[code].en} (${code})`).join(', '),
  };
}
