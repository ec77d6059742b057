import type { Bilingual } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';

/** Something with a label and a sentence about it. */
interface Labelled extends Bilingual {
  readonly description: Bilingual;
}

/** A description in SDL. */
export const described = (zh: string, en: string): string =>
  `"""${zhEn(zh, en).replaceAll('"""', '\\"""')}"""`;

/** The label, then the sentence: the first words head a column. */
export const labelAndSentence = ({ zh, en, description }: Labelled): string =>
  described(joined(zh, description.zh, '：'), joined(en, description.en, ': '));

/** A sentence that begins with the label needs no other one. */
const joined = (label: string, sentence: string, mark: string): string =>
  sentence.toLowerCase().startsWith(label.toLowerCase()) ? sentence : `${label}${mark}${sentence}`;

/** Definitions in braces, each on a line of its own. */
export const block = (head: string, members: readonly string[]): string =>
  `${head} {\n${members.join('\n')}\n}`;
