/** A document has characters that the font of PDF files does not have. */
export class MissingCharacters extends Error {
  override readonly name = 'MissingCharacters';

  constructor(readonly characters: readonly string[]) {
    super(`the font has no ${characters.join(' ')}`);
  }
}
