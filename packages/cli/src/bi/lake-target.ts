import { FolderStore, LakeProblem, S3Store, type LakeStore } from '@mtg/bi-lake';
import { EXIT, readVariables, variable } from '@mtg/service-kit/basics';
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

const S3 = {
  AWS_ACCESS_KEY_ID: variable(
    z.string(),
    '存储的访问密钥 · access key of the storage',
    'AKIAIOSFODNN7EXAMPLE',
  ),
  AWS_SECRET_ACCESS_KEY: variable(z.string(), '其密码 · its secret', 'wJalrXUtnFEMI/K7MDENG'),
  AWS_SESSION_TOKEN: variable(
    z.string().optional(),
    '临时密钥的令牌 · token of temporary keys',
    'FwoGZXIvYXdzEB',
  ),
  AWS_REGION: variable(z.string().default('us-east-1'), '区域 · region', 'cn-beijing'),
  AWS_ENDPOINT_URL: variable(
    z.url({ protocol: /^https?$/ }).optional(),
    '存储服务的地址，AWS 以外的须设置 · address of the storage, if it is not AWS’s',
    'https://oss-cn-beijing.aliyuncs.com',
  ),
  S3_ADDRESSING: variable(
    z.enum(['path', 'virtual']).optional(),
    '存储桶在路径中（path，默认）或主机名中（virtual，如 OSS、COS、AWS） · bucket in the path (path, the default) or in the host name (virtual, e.g. OSS, COS, AWS)',
    'virtual',
  ),
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
  const [, scheme] = /^([a-z][a-z\d+.-]+):\/\//i.exec(to) ?? [];
  if (scheme === undefined) return openFolder(to);
  const [, bucket = '', prefix = ''] = /^s3:\/\/([a-z\d][a-z\d.-]+)(?:\/(.*?))?\/*$/.exec(to) ?? [];
  if (bucket === '') throw new CommandFailure(EXIT.USAGE, notAPlace(to));
  const given = readVariables(S3, environment);
  return S3Store.open({
    bucket,
    prefix,
    accessKeyId: given.AWS_ACCESS_KEY_ID,
    secretAccessKey: given.AWS_SECRET_ACCESS_KEY,
    sessionToken: given.AWS_SESSION_TOKEN,
    region: given.AWS_REGION,
    endpoint: given.AWS_ENDPOINT_URL,
    addressing: given.S3_ADDRESSING ?? (given.AWS_ENDPOINT_URL === undefined ? 'virtual' : 'path'),
  });
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
