import { dirname, join } from 'node:path';
import { openSync, type Font } from 'fontkit';
import type { OfficialDocument } from './document';
import { MissingCharacters } from './missing-characters';
import { printedText } from './wording';

const FOLDER = dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json'));

/** Noto Serif SC (SIL OFL 1.1), a 宋体: of the characters that a document uses the file gets the outlines. */
export const FONT_FILES = {
  normal: join(FOLDER, '400Regular', 'NotoSerifSC_400Regular.ttf'),
  bold: join(FOLDER, '700Bold', 'NotoSerifSC_700Bold.ttf'),
} as const;

/** Words that the layout adds. */
const OF_THE_LAYOUT = '0123456789年月日印发签人主抄送附件：，。、（）.— 一二三四五六七八九十百千零';

let opened: Font | undefined;

/** Opened once: outlines are read when they are drawn. */
function regularFont(): Font {
  if (opened) return opened;
  const font = openSync(FONT_FILES.normal);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${FONT_FILES.normal} is a collection`);
  return (opened = font);
}

/** @throws MissingCharacters naming each once, in the order of the document */
export function requireCharacters(document: OfficialDocument): void {
  const font = regularFont();
  const missing = [...new Set(printedText(document) + OF_THE_LAYOUT)].filter(
    (character) => !isSpace(character) && !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  );
  if (missing.length > 0) throw new MissingCharacters(missing);
}

const isSpace = (character: string): boolean => /\s/.test(character);
