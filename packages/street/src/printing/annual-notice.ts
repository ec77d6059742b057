import { inOneLine, paragraphs } from '@mtg/printing/parts';
import { z } from 'zod';
import { COMMON, common, marksOf, printedKind } from './printed-kind';

/** 年度通报, to the member units that it was issued to. */
export const printedAnnualNotice = printedKind({
  name: '年度通报',
  field: 'annualNotice',
  selection: `${COMMON} title content addressees issuedOn`,
  shape: z.object({
    ...common,
    title: z.string(),
    content: z.string(),
    addressees: z.array(z.string()),
    issuedOn: z.string(),
  }),
  documentOf: (row, { street }) => ({
    marks: marksOf(row),
    authority: `${street.title}年度通报`,
    title: inOneLine(row.title),
    recipients: row.addressees,
    text: paragraphs(row.content),
    attachments: [],
    signature: street.title,
    date: row.issuedOn,
    imprint: { copies: [], printedBy: street.title, printedOn: row.issuedOn },
  }),
});
