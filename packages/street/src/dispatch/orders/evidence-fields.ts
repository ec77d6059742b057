import { field, type InputField } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

/** Addresses that a browser may follow without doing anything else, and names of documents. */
const SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:', 'urn:']);
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/;
const SHA256 = /^[0-9a-f]{64}$/;

const checked = (
  of: InputField<string>,
  isGood: (text: string) => boolean,
  problem: string,
): InputField<string> => ({ ...of, check: of.check.refine(isGood, problem) });

const lowerCase = (of: InputField<string>): InputField<string> => ({
  ...of,
  check: of.check.transform((text) => text.toLowerCase()),
});

export const uri = checked(
  field.text(zhEn('文件地址(https、http 或 urn)', 'URI of the document (https, http or urn)')),
  (text) => URL.canParse(text) && SCHEMES.has(new URL(text).protocol),
  '须为 https、http 或 urn 地址 · must be an https, http or urn URI',
);

export const mediaType = checked(
  lowerCase(field.line(zhEn('媒体类型，如 application/pdf', 'Media type, e.g. application/pdf'))),
  (text) => MEDIA_TYPE.test(text),
  '须为媒体类型，如 application/pdf · must be a media type such as application/pdf',
);

export const sha256 = checked(
  lowerCase(
    field.plainLine(
      zhEn('文件内容的 SHA-256(64位十六进制)', 'SHA-256 of the document, 64 hexadecimal digits'),
    ),
  ),
  (text) => SHA256.test(text),
  '须为64位十六进制数 · must be 64 hexadecimal digits',
);
