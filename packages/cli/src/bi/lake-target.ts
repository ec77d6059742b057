import { FolderStore, LakeProblem, S3Store, type LakeStore } from '@mtg/bi-lake';
import { EXIT, readVariables, variable, type Variable } from '@mtg/service-kit/basics';
import { bucketAt, hasScheme, s3Variables } from '@mtg/storage';
import { z } from 'zod';
import { CommandFailure } from '../command-failure';
import { ENVIRONMENT, type Environment } from '../environment';

const KEY = {
  MTG_BI_KEY: variable(
    z.string(),
    '名称.密钥，由 mtg bi grant 发放 · NAME.KEY, from mtg bi grant',
    'lake.wJalrXUtnFEMI',
  ),
};

const required = ({ description, example }: Variable<string | undefined>): Variable<string> =>
  variable(z.string(), description, example);

const S3 = {
  ...s3Variables,
  AWS_ACCESS_KEY_ID: required(s3Variables.AWS_ACCESS_KEY_ID),
  AWS_SECRET_ACCESS_KEY: required(s3Variables.AWS_SECRET_ACCESS_KEY),
};

/** @throws ConfigurationError without a key */
export const readKey = (environment: Environment = ENVIRONMENT): string =>
  readVariables(KEY, environment).MTG_BI_KEY;

/**
 * Opens a directory, or a bucket by `s3://bucket/prefix`.
 *
 * @throws CommandFailure for an address of another kind, and a directory that cannot be written
 * @throws ConfigurationError for a bucket without its keys
 */
export async function openTarget(to: string, environment: Environment = ENVIRONMENT): Promise<LakeStore> {
  if (!hasScheme(to)) return openFolder(to);
  // An address that is wrong is told first, and then what is missing of the keys.
  const bucket = bucketAt(to, { AWS_REGION: '' }) && bucketAt(to, readVariables(S3, environment));
  if (!bucket) throw new CommandFailure(EXIT.USAGE, notAPlace(to));
  return S3Store.open(bucket);
}

async function openFolder(root: string): Promise<LakeStore> {
  try {
    return await FolderStore.open(root);
  } catch (error) {
    if (error instanceof LakeProblem) throw new CommandFailure(EXIT.NO_INPUT, error.message);
    throw error;
  }
}

const notAPlace = (to: string): string =>
  `--to: “${to}”有误，须为目录，或 s3://存储桶/前缀 · “${to}” is wrong. Give a directory, or s3://bucket/prefix`;
