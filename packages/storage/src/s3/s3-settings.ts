/** A bucket, and how to reach it. Names and meanings are those of AWS’s own tools. */
export interface S3Settings {
  readonly bucket: string;
  /** Start of all keys, without a slash at its ends. Empty for none. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly region: string;
  /** Address of a server that is not AWS’s, e.g. `http://127.0.0.1:9000`. */
  readonly endpoint?: string | undefined;
  /** The bucket as the first part of the path, as MinIO wants it, or of the host, as Alibaba’s OSS and Tencent’s COS do. */
  readonly addressing: 'path' | 'virtual';
}

/** The address of a key. */
export function s3Url({ bucket, prefix, region, endpoint, addressing }: S3Settings, path: string): URL {
  const url = new URL(endpoint ?? `https://s3.${region}.amazonaws.com`);
  if (addressing === 'virtual') url.host = `${bucket}.${url.host}`;
  const parts = [...(addressing === 'path' ? [bucket] : []), ...(prefix === '' ? [] : [prefix]), path];
  const key = parts.join('/').split('/').map(encodeURIComponent).join('/');
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${key}`;
  return url;
}
