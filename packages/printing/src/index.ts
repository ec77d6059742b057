export type { OfficialDocument } from './document';
export { toDocx } from './docx';
export { toPdf } from './pdf';
