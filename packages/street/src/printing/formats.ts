import type { OfficialDocument } from '@mtg/printing/parts';

/** A format that documents are printed in. */
interface Format {
  readonly contentType: string;
  /** Loaded with the first document: a street that prints none needs no layout. */
  readonly write: (document: OfficialDocument) => Promise<Buffer>;
}

/** Formats by the extension in addresses. */
export const FORMATS: ReadonlyMap<string, Format> = new Map([
  [
    'pdf',
    {
      contentType: 'application/pdf',
      write: async (document) => (await import('@mtg/printing')).toPdf(document),
    },
  ],
  [
    'docx',
    {
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      write: async (document) => (await import('@mtg/printing')).toDocx(document),
    },
  ],
]);
