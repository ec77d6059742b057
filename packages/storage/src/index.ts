/** Files by the SHA-256 of their content, in a directory or a bucket; their kinds by content; the virus scanner. */
export { extensionOf, FILE_KIND_NAMES, isNameOf, kindOf } from './content/kinds';
export { signatureOf } from './content/signature';
export { digestOf } from './files/digest-of';
export type { FileStore, SpooledFile } from './files/file-store';
export { FolderFiles } from './files/folder-files';
export { BucketFiles } from './files/bucket-files';
export { clearSpool, receive, TooLargeBody } from './files/receive';
export { S3Bucket } from './s3/s3-bucket';
export type { S3Settings } from './s3/s3-settings';
export type { Scanner } from './scan/scanner';
export { fileVariables } from './settings/file-variables';
export { openFiles, type AttachedFiles } from './settings/open-files';
export { bucketAt, hasScheme, s3Variables } from './settings/s3-variables';
export { StorageProblem } from './storage-problem';
