import type { OfficialDocument } from './document';
import { CHARACTER_WIDTH, LINE_HEIGHT, PAGE, SIZE, twips } from './layout';
import { Document, DocumentGridType, Packer, type ISectionPropertiesOptions } from 'docx';
import { bodyOf, headOf } from './docx-parts';
import { imprintOf } from './docx-imprint';
import { footers, headers } from './docx-margins';
import { SONG } from './docx-lines';
import { placed } from './placing';

/** Units of a point in which the grid of characters is measured. */
const GRID_UNITS = 4096;

/** Writes a document as DOCX. It names the fonts of official documents and embeds none. */
export async function toDocx(given: OfficialDocument): Promise<Buffer> {
  const document = placed(given);
  const { imprint } = document;
  return Packer.toBuffer(
    new Document({
      title: document.title,
      styles: { default: { document: { run: { size: `${SIZE.text}pt`, font: SONG } } } },
      evenAndOddHeaderAndFooters: true,
      sections: [
        {
          properties: PAGE_LAYOUT,
          headers: headers(document.marks),
          footers: footers(),
          children: [...headOf(document), ...bodyOf(document), ...(imprint ? imprintOf(imprint) : [])],
        },
      ],
    }),
  );
}

const PAGE_LAYOUT: ISectionPropertiesOptions = {
  page: {
    size: { width: twips(PAGE.width), height: twips(PAGE.height) },
    margin: {
      top: twips(PAGE.top),
      right: twips(PAGE.right),
      bottom: twips(PAGE.bottom),
      left: twips(PAGE.left),
      header: twips(15),
      footer: twips(PAGE.bottom - 13),
    },
  },
  grid: {
    type: DocumentGridType.LINES_AND_CHARS,
    linePitch: Math.round(LINE_HEIGHT * 20),
    charSpace: Math.round((CHARACTER_WIDTH - SIZE.text) * GRID_UNITS),
  },
};
