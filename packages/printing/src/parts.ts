/** The parts of documents and their words, without the libraries that write files. */
export type { OfficialDocument, Paragraph } from './document';
export { MissingCharacters } from './missing-characters';
export { chineseDate, inOneLine, paragraphs } from './wording';
