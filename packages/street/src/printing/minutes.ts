import { ATTENDANCE_LABELS, localDay, MEETING_KIND_LABELS } from '@mtg/governance';
import { inOneLine, type Paragraph } from '@mtg/printing/parts';
import { z } from 'zod';
import { dayFact, fact } from './facts';
import { ALL, COMMON, common, marksOf, printedKind } from './printed-kind';

const named = z.object({ name: z.string() }).nullable();
const MEETING_KINDS = z.enum(Object.keys(MEETING_KIND_LABELS) as (keyof typeof MEETING_KIND_LABELS)[]);

const attendanceShape = z.object({
  unit: z.string().nullable(),
  centerCode: z.string().nullable(),
  center: named,
  attendance: z.enum(Object.keys(ATTENDANCE_LABELS) as (keyof typeof ATTENDANCE_LABELS)[]),
  reason: z.string().nullable(),
});

const reportShape = z.object({ centerCode: z.string(), center: named, recordedBy: z.string().nullable() });

const correctionShape = z.object({
  number: z.string(),
  createdAt: z.string(),
  oldText: z.string(),
  newText: z.string(),
  reason: z.string(),
});

const itemShape = z.object({
  number: z.number(),
  text: z.string(),
  center: named,
  community: named,
  corrections: z.array(correctionShape),
});

/** 会议纪要: its mark names the kind of meeting, and it lists who attended (GB/T 9704, 10.3). */
export const printedMinutes = printedKind({
  name: '会议纪要',
  field: 'minutes',
  selection: `${COMMON} state title number issuedAt
    meeting {
      kind title number heldOn place
      attendance${ALL} { unit centerCode center { name } attendance reason }
      centerReports${ALL} { centerCode center { name } recordedBy }
    }
    items${ALL} {
      number text center { name } community { name }
      corrections { number createdAt oldText newText reason }
    }`,
  shape: z.object({
    ...common,
    state: z.enum(['DRAFT', 'ISSUED']),
    title: z.string(),
    number: z.string().nullable(),
    issuedAt: z.string().nullable(),
    meeting: z
      .object({
        kind: MEETING_KINDS,
        title: z.string(),
        number: z.string(),
        heldOn: z.string().nullable(),
        place: z.string().nullable(),
        attendance: z.array(attendanceShape),
        centerReports: z.array(reportShape),
      })
      .nullable(),
    items: z.array(itemShape),
  }),
  documentOf: (row, { street }) => {
    const { meeting, issuedAt } = row;
    const items = row.items.toSorted((a, b) => a.number - b.number);
    const issuedOn = issuedAt === null ? undefined : localDay(new Date(issuedAt));
    const kind = meeting ? MEETING_KIND_LABELS[meeting.kind].zh : '会议';
    return {
      marks: marksOf(row, row.state === 'DRAFT' ? '草稿' : undefined),
      authority: `${street.title}${kind}纪要`,
      ...(row.number !== null && { number: row.number }),
      title: inOneLine(row.title),
      recipients: [],
      text: [
        ...(meeting
          ? [
              fact('会议', `${inOneLine(meeting.title)}（${meeting.number}）`),
              ...dayFact('时间', meeting.heldOn),
              ...(meeting.place === null ? [] : [fact('地点', meeting.place)]),
            ]
          : []),
        ...items.map(itemOf),
        ...items.flatMap(correctionsOf),
        ...(meeting ? [...attendanceOf(meeting.attendance), ...recordedForHeads(meeting.centerReports)] : []),
      ],
      attachments: [],
      ...(issuedOn !== undefined && {
        date: issuedOn,
        imprint: { copies: [], printedBy: street.title, printedOn: issuedOn },
      }),
    };
  },
});

/** An item with the center that it gives work to and the community concerned. */
function itemOf({ number, text, center, community }: z.infer<typeof itemShape>): Paragraph {
  const concerned = [center, community].flatMap((each) => (each ? [each.name] : []));
  const whom = concerned.length > 0 ? `（${concerned.join('、')}）` : '';
  return { kind: 'ITEM', level: 1, number, text: `${inOneLine(text)}${whom}` };
}

/** Corrections that were issued of an item, below the text as it was issued. */
const correctionsOf = (item: z.infer<typeof itemShape>): readonly Paragraph[] =>
  item.corrections.map(({ number, createdAt, oldText, newText, reason }) =>
    fact(
      '更正',
      `第${item.number}条“${inOneLine(oldText)}”更正为“${inOneLine(newText)}”（${number}，${localDay(new Date(createdAt))}；理由：${inOneLine(reason)}）`,
    ),
  );

const attendanceOf = (records: readonly z.infer<typeof attendanceShape>[]): readonly Paragraph[] =>
  (['PRESENT', 'ABSENT'] as const).flatMap((attendance) => {
    const names = records
      .filter((record) => record.attendance === attendance)
      .map(({ unit, center, centerCode, reason }) => {
        const name = unit ?? center?.name ?? centerCode ?? '';
        return reason === null ? name : `${name}（${inOneLine(reason)}）`;
      });
    return names.length > 0 ? [fact(ATTENDANCE_LABELS[attendance].zh, names.join('、'))] : [];
  });

/** Centers whose reports others recorded for the head (代录). */
function recordedForHeads(reports: readonly z.infer<typeof reportShape>[]): readonly Paragraph[] {
  const names = reports
    .filter(({ recordedBy }) => recordedBy !== null)
    .map(({ center, centerCode }) => center?.name ?? centerCode);
  return names.length > 0 ? [fact('代录汇报', names.join('、'))] : [];
}
