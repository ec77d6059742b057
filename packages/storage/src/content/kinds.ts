import type { Signature } from './signature';

/** A kind of file, by the extension that its names have. */
export interface FileKind {
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** The content that it has. Two kinds of text look the same. */
  readonly signature: Signature;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The kinds that are recognized, by name. Web pages, SVG, programs and documents with macros are none of them. */
export const FILE_KINDS = {
  pdf: { extensions: ['pdf'], mediaType: 'application/pdf', signature: 'PDF' },
  docx: {
    extensions: ['docx'],
    mediaType: `${OFFICE}.wordprocessingml.document`,
    signature: 'DOCX',
  },
  xlsx: { extensions: ['xlsx'], mediaType: `${OFFICE}.spreadsheetml.sheet`, signature: 'XLSX' },
  pptx: {
    extensions: ['pptx'],
    mediaType: `${OFFICE}.presentationml.presentation`,
    signature: 'PPTX',
  },
  ofd: { extensions: ['ofd'], mediaType: 'application/ofd', signature: 'OFD' },
  jpg: { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', signature: 'JPEG' },
  png: { extensions: ['png'], mediaType: 'image/png', signature: 'PNG' },
  gif: { extensions: ['gif'], mediaType: 'image/gif', signature: 'GIF' },
  webp: { extensions: ['webp'], mediaType: 'image/webp', signature: 'WEBP' },
  txt: { extensions: ['txt'], mediaType: 'text/plain', signature: 'TEXT' },
  csv: { extensions: ['csv'], mediaType: 'text/csv', signature: 'TEXT' },
} as const satisfies Readonly<Record<string, FileKind>>;

export type FileKindName = keyof typeof FILE_KINDS;

export const FILE_KIND_NAMES = Object.keys(FILE_KINDS) as readonly FileKindName[];

/** The extension of a file name, in small letters. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** True for a name with the extension of one of the kinds. */
export const isNameOf = (name: string, kinds: readonly FileKindName[]): boolean =>
  kinds.some((each) => (FILE_KINDS[each] as FileKind).extensions.includes(extensionOf(name)));

/** The kind that both a name and the content of a file show; undefined where they differ. */
export const kindOf = (
  name: string,
  signature: Signature | undefined,
  allowed: readonly FileKindName[],
): FileKind | undefined =>
  allowed
    .map((each): FileKind => FILE_KINDS[each])
    .find((kind) => kind.signature === signature && kind.extensions.includes(extensionOf(name)));
