import { expectedSignature } from '../test-support/signature';
import { s3Url, type S3Settings } from './s3-settings';

const SETTINGS: S3Settings = {
  bucket: 'lake',
  prefix: 'mtg/daily',
  accessKeyId: '',
  secretAccessKey: '',
  region: 'cn-beijing',
  addressing: 'path',
};

test.each<[Partial<S3Settings>, string]>([
  [{}, 'https://s3.cn-beijing.amazonaws.com/lake/mtg/daily/a%3Db/c'],
  [{ addressing: 'virtual' }, 'https://lake.s3.cn-beijing.amazonaws.com/mtg/daily/a%3Db/c'],
  [{ endpoint: 'http://127.0.0.1:9000', prefix: '' }, 'http://127.0.0.1:9000/lake/a%3Db/c'],
  [{ endpoint: 'http://gate.example.cn/s3/' }, 'http://gate.example.cn/s3/lake/mtg/daily/a%3Db/c'],
  [
    { endpoint: 'https://oss-cn-beijing.aliyuncs.com', addressing: 'virtual' },
    'https://lake.oss-cn-beijing.aliyuncs.com/mtg/daily/a%3Db/c',
  ],
])('the address with %j', (settings, url) => {
  expect(s3Url({ ...SETTINGS, ...settings }, 'a=b/c').toString()).toBe(url);
});

/** “GET Object” of AWS's documentation, Signature Calculations for the Authorization Header. */
test('the verifier of these tests agrees with the example that AWS publishes', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const signature = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41';
  const headers = {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': empty,
    'x-amz-date': '20130524T000000Z',
    authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=${signature}`,
  };
  expect(
    expectedSignature(
      { method: 'GET', url: '/test.txt', headers },
      'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    )?.expected,
  ).toBe(signature);
});
