import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import JSZip from 'jszip';

/** A piece of text on a page; millimetres from its upper left corner. */
export interface PlacedText {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
}

/** Reads a PDF by the library of a browser, in a process of its own: it comes as ES modules. */
export const readPdf = (pdf: Buffer): readonly ReadPage[] =>
  JSON.parse(
    execFileSync(process.execPath, [join(__dirname, 'read-pdf.mjs')], { input: pdf }).toString(),
  ) as readonly ReadPage[]; // as the script has it

/** All text of a PDF, without spaces. */
export const textOfPdf = (pdf: Buffer): string =>
  readPdf(pdf)
    .flatMap(({ texts }) => texts.map(({ text }) => text))
    .join('')
    .replaceAll(/\s/g, '');

/** The parts of a DOCX by their names. */
export async function readDocx(docx: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(docx);
  const parts = new Map<string, string>();
  for (const [name, file] of Object.entries(zip.files)) parts.set(name, await file.async('string'));
  return parts;
}

/** Text of a part, a line each paragraph. */
export const textOfXml = (xml: string): string =>
  xml
    .replaceAll('</w:p>', '\n')
    .replaceAll('<w:tab/>', '\t')
    .replaceAll(/<[^>]+>/g, '')
    .trim();
