import type { Bilingual } from '../bilingual';
import { looksSame } from '../text/comparison-form';
import type { Maybe } from './facts';
import type { InputProblem } from './input-problem';

/** A text that people give, with its name as in “……与……是同一段文字”. */
interface NamedText {
  readonly text: Maybe<string>;
  readonly name: Bilingual;
}

/** Checks that a text says something else than others do: one text cannot say two things. @param field path of the input */
export function textDiffers(
  field: string,
  { text, name }: NamedText,
  others: readonly NamedText[],
): InputProblem | undefined {
  const same = others.find((other) => looksSame(other.text ?? '', text ?? ''));
  if (!same) return undefined;
  return {
    field,
    message: {
      zh: `${name.zh}与${same.name.zh}是同一段文字。请写明${name.zh}`,
      en: `The ${name.en} and the ${same.name.en} are one and the same text. State the ${name.en}`,
    },
  };
}

/** Checks that no title stands twice in a list. @param list path of the input */
export function titlesDiffer(
  list: string,
  given: readonly { readonly title: string }[],
): InputProblem | undefined {
  const index = given.findIndex(({ title }, place) =>
    given.slice(0, place).some((earlier) => looksSame(earlier.title, title)),
  );
  if (index === -1) return undefined;
  const title = given[index]?.title ?? '';
  return {
    field: `${list}.${index}.title`,
    message: {
      zh: `“${title}”列了两次。请合为一项，或写明区别`,
      en: `“${title}” is listed twice. Make it one, or say how they differ`,
    },
  };
}
