import type { ErrorCodeName } from './codes';
import { PublicError } from './public-error';

/** A sentence for people. */
interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** All codes but that of a broken rule, which `refuseByRule` has. */
export type RefusalCode = Exclude<ErrorCodeName, 'RULE_VIOLATION'>;

type Extensions = Readonly<Record<string, unknown>>;

class Refusal extends PublicError {
  static of(code: ErrorCodeName, message: string, extensions?: Extensions): PublicError {
    return new Refusal(code, message, extensions);
  }
}

/** A code with a sentence about the request as a whole. */
const because = (code: RefusalCode, { zh, en }: Bilingual, extensions?: Extensions): PublicError =>
  Refusal.of(code, `${zh} · ${en}`, extensions);

/** A code with a sentence about one value, which goes before it: `input.deadline：…`. */
const at = (code: ErrorCodeName, value: string, { zh, en }: Bilingual, extensions: Extensions): PublicError =>
  Refusal.of(code, `${value}：${zh} · ${en}`, extensions);

const ofInput = (code: ErrorCodeName) => (path: string, text: Bilingual, extensions?: Extensions) =>
  at(code, `input.${path}`, text, { field: `input.${path}`, ...extensions });

const ofArgument = (code: ErrorCodeName) => (argument: string, text: Bilingual) =>
  at(code, argument, text, { argument });

/**
 * The errors that a client is told, Chinese first. The sentence says which value is wrong and why, then the next action. A
 * path is that of the command's input, without `input.`.
 *
 * @example
 * throw refuse.badInput('deadline', { zh: '期限已过', en: '`deadline` is in the past. Choose today or later.' });
 */
export const refuse = {
  /** A value of the input is wrong. */
  badInput: ofInput('BAD_USER_INPUT'),
  /** An argument of a query is wrong. */
  badArgument: ofArgument('BAD_USER_INPUT'),
  /** The input names something that does not exist. */
  notFound: ofInput('NOT_FOUND'),
  /** An argument names something that does not exist. */
  unknown: (argument: string, text: Bilingual): PublicError => because('NOT_FOUND', text, { argument }),
  /** The input names something whose state does not allow the command. */
  conflictAt: ofInput('CONFLICT'),
  /** The state of things does not allow the command. */
  conflict: (text: Bilingual, extensions?: Extensions): PublicError => because('CONFLICT', text, extensions),
  /** The role may not do this. */
  forbidden: (text: Bilingual, extensions?: Extensions): PublicError =>
    because('FORBIDDEN', text, extensions),
  /** Any other code. */
  because,
  /** Any code, with words that have both languages already: several lines, or what was said before. */
  inWords: (code: RefusalCode, words: string, extensions?: Extensions): PublicError =>
    Refusal.of(code, words, extensions),
} as const;

/**
 * The refusal for a broken rule, with words that have both languages already. The commands package alone calls it: with
 * violations that a rule's check found, a denial of the policy, or a step that a state machine does not have.
 */
export const refuseByRule = (words: string, extensions: Extensions): PublicError =>
  Refusal.of('RULE_VIOLATION', words, extensions);
