import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun, type ISectionOptions } from 'docx';
import { run } from './docx-lines';
import { RED, SIZE } from './layout';

type Headers = NonNullable<ISectionOptions['headers']>;
type Footers = NonNullable<ISectionOptions['footers']>;

/** Words across the head of each page. */
export function headers(marks: readonly string[]): Headers {
  const header = (): Header =>
    new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [run(marks.join('　'), { size: SIZE.mark, color: RED, bold: true })],
        }),
      ],
    });
  return { default: header(), even: header() };
}

/** Page numbers: on odd pages at the right, on even ones at the left, one character from the edge. */
export function footers(): Footers {
  const footer = (alignment: 'left' | 'right'): Footer =>
    new Footer({
      children: [
        new Paragraph({
          alignment: alignment === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
          indent: { left: SIZE.page * 20, right: SIZE.page * 20 },
          children: [
            new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: `${SIZE.page}pt`, font: '宋体' }),
          ],
        }),
      ],
    });
  return { default: footer('right'), even: footer('left') };
}
