/**
 * An English noun with its indefinite article. By its first letter: the nouns are those of the vocabulary, among which
 * only “unit” and its like begin with a vowel that is spoken as a consonant.
 */
export const withArticle = (noun: string): string =>
  /^(?!uni)[aeiou]/iu.test(noun) ? `an ${noun}` : `a ${noun}`;
