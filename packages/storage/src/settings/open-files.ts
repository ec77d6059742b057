import { ConfigurationError } from '@mtg/service-kit/basics';
import type { FileKindName } from '../content/kinds';
import { BucketFiles } from '../files/bucket-files';
import type { FileStore } from '../files/file-store';
import { FolderFiles } from '../files/folder-files';
import { clamdScanner } from '../scan/clamd-scanner';
import { commandScanner } from '../scan/command-scanner';
import { httpScanner } from '../scan/http-scanner';
import type { Scanner } from '../scan/scanner';
import type { FileValues } from './file-variables';
import { bucketAt, hasScheme } from './s3-variables';

const MEGABYTE = 1_000_000;

/** Where attached files are, and what is accepted. */
export interface AttachedFiles {
  readonly store: FileStore;
  readonly maxBytes: number;
  readonly kinds: readonly FileKindName[];
  /** Without it, files can be read unscanned. */
  readonly scanner?: Scanner | undefined;
}

/**
 * Opens the store that the environment names; undefined where it names none.
 *
 * @throws ConfigurationError, StorageProblem
 */
export async function openFiles(values: FileValues): Promise<AttachedFiles | undefined> {
  const { ATTACHMENTS_STORE: address, ATTACHMENTS_SCANNER: scanner } = values;
  if (address === undefined) return undefined;
  return {
    store: await openStore(address, values),
    maxBytes: values.ATTACHMENTS_MAX_MB * MEGABYTE,
    kinds: values.ATTACHMENTS_TYPES,
    scanner: scanner === undefined ? undefined : scannerAt(scanner),
  };
}

async function openStore(address: string, values: FileValues): Promise<FileStore> {
  if (!hasScheme(address)) return FolderFiles.open(address);
  const bucket = bucketAt(address, values);
  if (!bucket) {
    throw new ConfigurationError([
      `ATTACHMENTS_STORE: “${address}”有误，须为目录，或 s3://存储桶/前缀 · “${address}” is wrong. Give a directory, or s3://bucket/prefix`,
    ]);
  }
  if (bucket.accessKeyId === '' || bucket.secretAccessKey === '') {
    throw new ConfigurationError([
      'AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: 缺少。存储桶须有密钥 · missing. A bucket needs its keys',
    ]);
  }
  return BucketFiles.open(bucket);
}

/** The scanner of an address; its variable's schema has looked at the scheme. */
export function scannerAt(address: string): Scanner {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/.exec(address) ?? [];
  if (scheme === 'command') {
    const [program = '', ...given] = rest.trim().split(/\s+/);
    return commandScanner(program, given);
  }
  if (scheme !== 'clamd') return httpScanner(address);
  if (!rest.startsWith('//')) return clamdScanner({ path: rest });
  const { hostname: host, port } = new URL(`tcp:${rest}`);
  return clamdScanner({ host, port: Number(port) });
}
