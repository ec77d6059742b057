import { LineRuleType, TextRun, type IFontAttributesProperties, type ISpacingProperties } from 'docx';
import { LINE_HEIGHT } from './layout';

/**
 * Fonts by their names on machines with Chinese office software. One that a machine does not have is replaced there, by the
 * family and the language.
 */
const fontNamed = (eastAsia: string): IFontAttributesProperties => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia',
});
export const SONG = fontNamed('仿宋');
export const TITLE = fontNamed('方正小标宋简体');
export const HEI = fontNamed('黑体');

interface LineStyle {
  readonly size?: number;
  readonly font?: IFontAttributesProperties;
  readonly color?: string;
  readonly bold?: boolean;
}

export function run(text: string, style: LineStyle = {}): TextRun {
  const { size, ...others } = style;
  return new TextRun({ text, ...others, ...(size !== undefined && { size: `${size}pt` }) });
}

/** Lines of this height, whatever the font. */
export const exactly = (height = LINE_HEIGHT): ISpacingProperties => ({
  line: Math.round(height * 20),
  lineRule: LineRuleType.EXACT,
});

/** Twentieths of a point. */
export const twentieths = (points: number): number => Math.round(points * 20);
