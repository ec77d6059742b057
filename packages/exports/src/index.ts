/** Datasets as files, for tools that read a URL. */
export { mountExports } from './mount-exports';
export { planFile, type PlannedFile } from './file/plan-file';
export { fileNamed } from './request/file-named';
export { contentTypeOf, FORMATS, type Format } from './request/formats';
export { readParameters, type ExportRequest } from './request/parameters';
