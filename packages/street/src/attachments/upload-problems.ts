import type { Problem } from '@mtg/service-kit';
import { extensionOf, type AttachedFiles, type SpooledFile } from '@mtg/storage';

const badInput = (message: string): Problem => ({ code: 'BAD_USER_INPUT', message });

export const EMPTY = badInput('文件是空的，请选择另一文件 · The file is empty. Choose another file');

export const NO_DIGEST = badInput(
  'sha256：须为 64 位十六进制 SHA-256 · must be a SHA-256 digest of 64 hexadecimal digits',
);

export const COMPRESSED = badInput(
  '请求体不能压缩，请去掉 Content-Encoding · The body must not be compressed. Remove Content-Encoding',
);

export const TOO_MANY: Problem = {
  code: 'CONFLICT',
  message:
    '已有50个文件上传后没有附上。请先用 attachFile 附上，或等24小时 · You have uploaded 50 files that are not attached. Attach them with attachFile first, or wait 24 hours',
};

export const FULL: Problem = {
  code: 'STORAGE_FULL',
  message:
    '附件存储已满，没有收下该文件；请通知运维 · The store for files is full, and the file was not taken. Inform the operator',
};

export const tooLarge = ({ maxBytes }: AttachedFiles): Problem => ({
  ...badInput(
    `文件超过 ${maxBytes / 1_000_000} MB。请压缩图片或分成几个文件 · The file exceeds ${maxBytes / 1_000_000} MB. Reduce its pictures or split it`,
  ),
  extensions: { maxBytes },
});

export const otherDigest = ({ sha256 }: SpooledFile): Problem => ({
  ...badInput(
    `sha256：与收到的内容（${sha256}）不符，传输中有误或校验和写错。请重新上传 · does not match the content that arrived (${sha256}). Upload the file again`,
  ),
  extensions: { sha256 },
});

/** Formats of older office programs, which may hide macros, and the one in which the same programs save them without. */
const SAVED_AS: Readonly<Record<string, string>> = {
  doc: 'docx',
  wps: 'docx',
  xls: 'xlsx',
  et: 'xlsx',
  ppt: 'pptx',
  dps: 'pptx',
};

export function otherKind(name: string, { kinds }: AttachedFiles): Problem {
  const old = extensionOf(name);
  const way = SAVED_AS[old];
  if (way !== undefined) {
    return badInput(
      `name：不受理旧格式 .${old}，它可能含有宏。请在 Office 或 WPS 中打开“${name}”，另存为 .${way} 或 PDF，再上传 · the old format .${old} is not accepted, since it may contain macros. Open "${name}" in Office or WPS, save it as .${way} or PDF, and upload that`,
    );
  }
  return badInput(
    `name：不受理“${name}”这类文件。请用以下扩展名之一：${kinds.join('、')} · files such as "${name}" are not accepted. Use one of these extensions: ${kinds.join(', ')}`,
  );
}

export const otherContent = (name: string): Problem =>
  badInput(
    `name：“${name}”的内容与扩展名不符，或含有宏。请以原来的格式另存，再上传 · the content of "${name}" is not what its extension says, or contains macros. Save it in its own format and upload it again`,
  );
