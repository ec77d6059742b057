/**
 * Measures of GB/T 9704-2012 (党政机关公文格式), sections 5 to 7. Lengths are millimetres, sizes of characters points.
 */
export const PAGE = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 } as const;

/** The area of the text: 156 mm by 225 mm, with 22 lines of 28 characters. */
export const TEXT_AREA = {
  width: PAGE.width - PAGE.left - PAGE.right,
  height: PAGE.height - PAGE.top - PAGE.bottom,
} as const;
const LINES = 22;
export const CHARACTERS = 28;

/** 三号 for the text, 二号 for the title, 四号 for the imprint and the page numbers. */
export const SIZE = { text: 16, title: 22, imprint: 14, page: 14, mark: 22 } as const;

/** The name of the authority is at most so large, and as wide as the text area where it is long. */
const LARGEST_AUTHORITY = 44;

/** From the upper edge of the text area to the name of the authority. */
export const ABOVE_AUTHORITY = 35;

/** Between the number and the red line. */
export const ABOVE_RED_LINE = 4;

/** From the lower edge of the text area to the page number. */
export const ABOVE_PAGE_NUMBER = 7;

/** Thick lines of the imprint are 0.35 mm, the thin one between them 0.25 mm. */
export const LINE = { red: 0.7, thick: 0.35, thin: 0.25 } as const;

export const RED = 'FF0000';

const POINTS_PER_INCH = 72;
const MM_PER_INCH = 25.4;

export const points = (mm: number): number => (mm * POINTS_PER_INCH) / MM_PER_INCH;

/** Twentieths of a point, which DOCX measures in. */
export const twips = (mm: number): number => Math.round(points(mm) * 20);

/** Height of a line of the text, in points. */
export const LINE_HEIGHT = points(TEXT_AREA.height) / LINES;

/** Width of a character of the text with its share of the grid, in points. */
export const CHARACTER_WIDTH = points(TEXT_AREA.width) / CHARACTERS;

/** Size in which the name of an authority takes one line. */
export const authoritySize = (name: string): number =>
  Math.min(LARGEST_AUTHORITY, Math.floor(points(TEXT_AREA.width) / Array.from(name).length));
