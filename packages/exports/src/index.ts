/** Datasets as files, for tools that read a URL. */
export { mountExports } from './mount-exports';
