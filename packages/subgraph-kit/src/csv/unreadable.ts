/** Thrown when a file cannot be read as what it should be, before any line of it can be checked. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
