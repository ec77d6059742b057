import {
  FRUITLESS_WORK_ORDER_STATES,
  labelsOf,
  localDay,
  WORK_ORDER_SOURCE_LABELS,
  workOrderMachine,
} from '@mtg/governance';
import { chineseDate, inOneLine, paragraphs } from '@mtg/printing/parts';
import { z } from 'zod';
import { fact } from './facts';
import { ALL, COMMON, common, marksOf, printedKind } from './printed-kind';

const STATES = labelsOf(workOrderMachine);
const titled = z.object({ title: z.string() }).nullable();

/** 派单, to the center that carries it out. */
export const printedWorkOrder = printedKind({
  name: '派单',
  field: 'workOrder',
  selection: `${COMMON} state number title content source centerCode responsiblePerson deadline originalDeadline
    issuer issuedAt center { name } parent { number title } keyPoint { title } delegation { title }
    minutesItem { number text minutes { title number } }
    subOrders${ALL} { number centerCode center { name } }`,
  shape: z.object({
    ...common,
    state: z.enum(Object.keys(STATES) as (keyof typeof STATES)[]),
    number: z.string(),
    title: z.string(),
    content: z.string(),
    source: z.enum(Object.keys(WORK_ORDER_SOURCE_LABELS) as (keyof typeof WORK_ORDER_SOURCE_LABELS)[]),
    centerCode: z.string(),
    responsiblePerson: z.string(),
    deadline: z.string(),
    originalDeadline: z.string(),
    issuer: z.string(),
    issuedAt: z.string(),
    center: z.object({ name: z.string() }).nullable(),
    parent: z.object({ number: z.string(), title: z.string() }).nullable(),
    keyPoint: titled,
    delegation: titled,
    minutesItem: z
      .object({
        number: z.number(),
        text: z.string(),
        minutes: z.object({ title: z.string(), number: z.string().nullable() }).nullable(),
      })
      .nullable(),
    subOrders: z.array(
      z.object({
        number: z.string(),
        centerCode: z.string(),
        center: z.object({ name: z.string() }).nullable(),
      }),
    ),
  }),
  documentOf: (row, { street }) => {
    const issuedOn = localDay(new Date(row.issuedAt));
    const { deadline, originalDeadline, parent, subOrders } = row;
    const extended = deadline === originalDeadline ? '' : `（原定${chineseDate(originalDeadline)}）`;
    return {
      marks: marksOf(row, FRUITLESS_WORK_ORDER_STATES.includes(row.state) ? STATES[row.state].zh : undefined),
      authority: `${street.title}派单`,
      number: row.number,
      title: inOneLine(row.title),
      recipients: [row.center?.name ?? row.centerCode],
      text: [
        ...paragraphs(row.content),
        fact('来源', sourceOf(row)),
        ...(parent ? [fact('原派单', `${parent.number} ${parent.title}`)] : []),
        fact('责任人', row.responsiblePerson),
        fact('完成时限', `${chineseDate(deadline)}${extended}`),
        ...(subOrders.length > 0
          ? [
              fact(
                '协办',
                subOrders
                  .map(({ number, center, centerCode }) => `${center?.name ?? centerCode}（${number}）`)
                  .join('、'),
              ),
            ]
          : []),
        fact('派单人', row.issuer),
      ],
      attachments: [],
      signature: street.title,
      date: issuedOn,
      imprint: { copies: [], printedBy: street.title, printedOn: issuedOn },
    };
  },
});

/** The kind of source with the title of what the reader may read of it. */
function sourceOf({
  source,
  keyPoint,
  delegation,
  minutesItem,
}: {
  readonly source: keyof typeof WORK_ORDER_SOURCE_LABELS;
  readonly keyPoint: { readonly title: string } | null;
  readonly delegation: { readonly title: string } | null;
  readonly minutesItem: {
    readonly number: number;
    readonly minutes: { readonly title: string; readonly number: string | null } | null;
  } | null;
}): string {
  const { minutes, number } = minutesItem ?? {};
  const title = minutes
    ? `${minutes.title}（${minutes.number === null ? '' : `${minutes.number}，`}第${number}条）`
    : (keyPoint ?? delegation)?.title;
  const label = WORK_ORDER_SOURCE_LABELS[source].zh;
  return title === undefined ? label : `${label}：${title}`;
}
