import { FEEDBACK_RECIPIENT_LABELS, localDay } from '@mtg/governance';
import { inOneLine, paragraphs, type Paragraph } from '@mtg/printing/parts';
import { z } from 'zod';
import { ALL, COMMON, common, marksOf, printedKind } from './printed-kind';

const RECIPIENTS = z.enum(
  Object.keys(FEEDBACK_RECIPIENT_LABELS) as (keyof typeof FEEDBACK_RECIPIENT_LABELS)[],
);

/** 集中反馈, upwards: it names who signed it. */
export const printedFeedbackReport = printedKind({
  name: '集中反馈',
  field: 'feedbackReport',
  selection: `${COMMON} number title text recipients departmentCodes issuer createdAt
    workOrders${ALL} { number title }`,
  shape: z.object({
    ...common,
    number: z.string(),
    title: z.string(),
    text: z.string(),
    recipients: z.array(RECIPIENTS),
    departmentCodes: z.array(z.string()),
    issuer: z.string(),
    createdAt: z.string(),
    workOrders: z.array(z.object({ number: z.string(), title: z.string() })),
  }),
  documentOf: (row, { street, departments }) => {
    const issuedOn = localDay(new Date(row.createdAt));
    const codes = row.departmentCodes.map((code) => departments.get(code) ?? code);
    return {
      marks: marksOf(row),
      authority: `${street.title}集中反馈`,
      number: row.number,
      signatory: row.issuer,
      title: inOneLine(row.title),
      recipients: row.recipients.flatMap((recipient) =>
        recipient === 'DEPARTMENT' && codes.length > 0 ? codes : [FEEDBACK_RECIPIENT_LABELS[recipient].zh],
      ),
      text: [...paragraphs(row.text), ...ordersOf(row.workOrders)],
      attachments: [],
      signature: street.title,
      date: issuedOn,
      imprint: { copies: [], printedBy: street.title, printedOn: issuedOn },
    };
  },
});

const ordersOf = (
  orders: readonly { readonly number: string; readonly title: string }[],
): readonly Paragraph[] =>
  orders.length === 0
    ? []
    : [
        { kind: 'TEXT', text: '所反馈的派单：' },
        ...orders
          .toSorted((a, b) => (a.number < b.number ? -1 : 1))
          .map(({ number, title }, index): Paragraph => ({
            kind: 'ITEM',
            level: 3,
            number: index + 1,
            text: `${number} ${inOneLine(title)}`,
          })),
      ];
