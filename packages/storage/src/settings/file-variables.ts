import { integerBetween, variable, type Values } from '@mtg/service-kit/basics';
import { z } from 'zod';
import { FILE_KIND_NAMES, type FileKindName } from '../content/kinds';
import { s3Variables } from './s3-variables';

const KINDS = z
  .string()
  .default(FILE_KIND_NAMES.join(','))
  .transform((text) => text.split(',').map((each) => each.trim().toLowerCase()))
  .pipe(z.array(z.enum(FILE_KIND_NAMES as [FileKindName, ...FileKindName[]])).min(1));

const SCANNER = z
  .string()
  .regex(
    /^(clamd|https?|command):/,
    '须以 clamd:、http:、https: 或 command: 开头 · must start with clamd:, http:, https: or command:',
  );

/** Variables of attached files, of a street. */
export const fileVariables = {
  ATTACHMENTS_STORE: variable(
    z.string().optional(),
    '街道：附件存放处，目录或 s3://存储桶/前缀；不设则不受理附件 · streets only: where attached files are stored, a directory or s3://bucket/prefix. Without it, no file can be attached',
    '/var/lib/mentougou/attachments/dayu',
  ),
  ATTACHMENTS_MAX_MB: variable(
    integerBetween(1, 2000).default(50),
    '单个附件的上限，MB · largest size of one file in MB',
    '50',
  ),
  ATTACHMENTS_TYPES: variable(
    KINDS,
    '受理的附件类型，以逗号分隔，按内容核对；默认全部 · kinds of files that are accepted, separated by commas and checked by content. Default: all of them',
    FILE_KIND_NAMES.join(','),
  ),
  ATTACHMENTS_SCANNER: variable(
    SCANNER.optional(),
    '病毒扫描：clamd://主机:端口、clamd:/套接字路径、http(s):// 地址（POST，2xx 为干净，406 为有毒）或 command:程序 参数（标准输入，退出码0为干净，1为有毒）；设置后，扫描为干净的才可下载 · virus scanner: clamd://host:port, clamd:/path/of/socket, an http(s):// URL (POST; 2xx is clean, 406 infected), or command:program arguments (standard input; exit code 0 is clean, 1 infected). When set, only files that it found clean can be downloaded',
    'clamd://127.0.0.1:3310',
  ),
  ...s3Variables,
};

export type FileValues = Values<typeof fileVariables>;
