import pdfmake, {
  type Content,
  type ContentText,
  type Definition,
  type LaidOutNode,
  type Output,
} from 'pdfmake';
import type { OfficialDocument } from './document';
import { ABOVE_PAGE_NUMBER, CHARACTER_WIDTH, PAGE, points, RED, SIZE, TEXT_AREA } from './layout';
import { FONT_FILES, requireCharacters } from './pdf-fonts';
import { bodyOf, imprintOf } from './pdf-parts';
import { headOf } from './pdf-head';
import { placed } from './placing';
import { words } from './wording';

/** Levels that mark the nodes whose places are asked for after the first layout. */
const IMPRINT = 1;
const END = 2;

/**
 * Writes a document as PDF, with the outlines of its characters.
 *
 * @throws MissingCharacters when the font lacks some of them
 */
export async function toPdf(given: OfficialDocument): Promise<Buffer> {
  requireCharacters(given);
  const document = placed(given);
  return layOut(definitionOf(document, await placeOfImprint(document))).getBuffer();
}

/** Points left below the imprint: a line of it that fits too closely would start a page. */
const SPARE = 6;

/** Where the imprint stands: on a page of its own or not, and so many points below what comes before it. */
interface Placing {
  readonly ownPage: boolean;
  readonly room: number;
}

/** The layout says how much room is left above the imprint, which stands at the foot of the last page. */
async function placeOfImprint(document: OfficialDocument, ownPage = false): Promise<Placing> {
  const places = new Map<number, LaidOutNode['startPosition']>();
  const laidOut = layOut({
    ...definitionOf(document, { ownPage, room: 0 }),
    pageBreakBefore: ({ headlineLevel, startPosition }) => {
      if (headlineLevel !== undefined) places.set(headlineLevel, startPosition);
      return false;
    },
  });
  // Laid out, and not written.
  await laidOut.getStream();
  // One that begins a page of its own is not asked for.
  const start = places.get(IMPRINT);
  const end = places.get(END);
  if (!end) return { ownPage, room: 0 };
  if (start && start.pageNumber !== end.pageNumber) return placeOfImprint(document, true);
  return { ownPage, room: Math.max(0, points(PAGE.height - PAGE.bottom) - end.top - SPARE) };
}

function layOut(definition: Definition): Output {
  pdfmake.setFonts({ Song: { ...FONT_FILES } });
  // Neither a document nor its layout names an address or another file.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values<string>(FONT_FILES).includes(path));
  return pdfmake.createPdf(definition);
}

function definitionOf(document: OfficialDocument, { ownPage, room }: Placing): Definition {
  const imprint: Content[] = document.imprint
    ? [
        { ...marker(IMPRINT), ...(ownPage && { pageBreak: 'before' }), margin: [0, 0, 0, room] },
        ...imprintOf(document.imprint),
      ]
    : [];
  return {
    pageSize: 'A4',
    pageMargins: [points(PAGE.left), points(PAGE.top), points(PAGE.right), points(PAGE.bottom)],
    info: { title: document.title },
    language: 'zh-CN',
    defaultStyle: {
      font: 'Song',
      fontSize: SIZE.text,
      characterSpacing: CHARACTER_WIDTH - SIZE.text,
    },
    header: markOf(document),
    footer: (page) => pageNumber(page),
    content: [...headOf(document), ...bodyOf(document), ...imprint, marker(END)],
  };
}

/** Prints nothing, and has a place. */
const marker = (headlineLevel: number): ContentText => ({ headlineLevel, text: ' ', fontSize: 0.1 });

/** Across the head of each page. */
const markOf = ({ marks }: OfficialDocument): Content => ({
  text: marks.join('　'),
  alignment: 'center',
  bold: true,
  color: `#${RED}`,
  fontSize: SIZE.mark,
  characterSpacing: SIZE.mark / 2,
  margin: [0, points(15), 0, 0],
});

/** On odd pages at the right, on even ones at the left, one character from the edge. */
const pageNumber = (page: number): Content => ({
  text: words.pageNumber(page),
  alignment: page % 2 === 1 ? 'right' : 'left',
  fontSize: SIZE.page,
  characterSpacing: 0,
  margin: [
    points(PAGE.left) + SIZE.page,
    points(ABOVE_PAGE_NUMBER),
    points(PAGE.width - PAGE.left - TEXT_AREA.width) + SIZE.page,
    0,
  ],
});
