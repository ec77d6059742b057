/** The making of a file’s bytes, without the doors that ask for it. */
export type { FileContent } from './rows/file-content';
export { sourceOf } from './file/source-of';
export { settleValues } from './rows/file-values';
