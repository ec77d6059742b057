import { variable } from '@mtg/service-kit/basics';
import { z } from 'zod';
import type { S3Settings } from '../s3/s3-settings';

/** Variables of an S3 bucket, named as other programs name them. */
export const s3Variables = {
  AWS_ACCESS_KEY_ID: variable(
    z.string().optional(),
    '存储的访问密钥 · access key of the storage',
    'AKIAIOSFODNN7EXAMPLE',
  ),
  AWS_SECRET_ACCESS_KEY: variable(z.string().optional(), '其密码 · its secret', 'wJalrXUtnFEMI/K7MDENG'),
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

/** Values of those variables. */
export interface S3Values {
  readonly AWS_ACCESS_KEY_ID?: string | undefined;
  readonly AWS_SECRET_ACCESS_KEY?: string | undefined;
  readonly AWS_SESSION_TOKEN?: string | undefined;
  readonly AWS_REGION: string;
  readonly AWS_ENDPOINT_URL?: string | undefined;
  readonly S3_ADDRESSING?: 'path' | 'virtual' | undefined;
}

const ADDRESS = /^s3:\/\/([a-z\d][a-z\d.-]+)(?:\/(.*?))?\/*$/;

/** True for an address that has a scheme, and so is no directory. */
export const hasScheme = (address: string): boolean => /^[a-z][a-z\d+.-]+:\/\//i.test(address);

/** Settings of the bucket at `s3://bucket/prefix`; undefined for an address of another kind. */
export function bucketAt(address: string, given: S3Values): S3Settings | undefined {
  const [, bucket = '', prefix = ''] = ADDRESS.exec(address) ?? [];
  if (bucket === '') return undefined;
  return {
    bucket,
    prefix,
    accessKeyId: given.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: given.AWS_SECRET_ACCESS_KEY ?? '',
    sessionToken: given.AWS_SESSION_TOKEN,
    region: given.AWS_REGION,
    endpoint: given.AWS_ENDPOINT_URL,
    addressing: given.S3_ADDRESSING ?? (given.AWS_ENDPOINT_URL === undefined ? 'virtual' : 'path'),
  };
}
