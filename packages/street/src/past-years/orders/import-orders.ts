import { dayHappened, localDay, startOfDay, type Earliest, type LocalDay } from '@mtg/governance';
import type { CsvRecord } from '@mtg/subgraph-kit';
import { acceptWorkOrder, startWorkOrder, submitWorkOrder } from '../../dispatch/orders/commands/carry-out';
import { closeWorkOrder, verifyWorkOrder } from '../../dispatch/orders/commands/conclude';
import { dispatchWorkOrder } from '../../dispatch/orders/commands/dispatch-work-order';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { isoDay } from '../../foundation/file-values';
import { groupedBy, type PastImport, type PastTools } from '../past-import';
import { asInput, type PastLine } from '../past-line';
import { rowOf } from '../past-steps';
import { ORDER_COLUMNS, ORDER_DAYS } from './order-columns';
import { projectOf, sourceOf } from './source-of-order';

/** Closed orders of past years. Each passes every step of its course on the day of that step (R11). */
export const orderImport: PastImport = {
  name: 'importWorkOrders',
  columns: ORDER_COLUMNS,
  keyColumn: 'order',
  entriesOf: (records, { note }) => {
    const grouped = groupedBy(records, ({ values }) => values['order'] ?? '');
    for (const { key, lines } of grouped) {
      for (const { line } of key === '' ? lines : lines.slice(1))
        note(keyProblem(line, key, lines[0]?.line ?? 0));
    }
    return grouped
      .filter(({ key, lines }) => key !== '' && lines.length === 1)
      .toSorted((one, other) => (issued(one.lines) < issued(other.lines) ? -1 : 1));
  },
  enter: async ({ lines }, tools) => {
    const [record] = lines;
    return record && enterOrder(tools.read(record), tools);
  },
};

/** Numbers run in the order of days. */
const issued = ([record]: readonly CsvRecord[]): string => isoDay(record?.values['issued_on'] ?? '');

const keyProblem = (line: number, key: string, first: number) => ({
  line,
  column: 'order',
  reason:
    key === ''
      ? '没有原编号，请填写：再次导入时据此识别 · the order has no number of its own. Add it: a further import recognizes the order by it'
      : `原编号“${key}”与第 ${first} 行重复，请更正 · number “${key}” duplicates line ${first}. Correct it`,
});

const COLUMNS = {
  centerCode: 'center',
  responsiblePerson: 'person',
  projectId: 'project',
  minutesItemId: 'minutes',
  delegationId: 'delegation',
  keyPointId: 'key_point',
};

const CARRIED_OUT = [acceptWorkOrder, startWorkOrder, submitWorkOrder];

async function enterOrder(line: PastLine, { manager, steps }: PastTools): Promise<string | undefined> {
  const days = readDays(line);
  const issuedOn = days[0] ?? null;
  const centerCode = line.center('center');
  const deadline = line.day('deadline');
  const projectId = await projectOf(line, manager);
  if (issuedOn === null) return undefined;
  const { earliest, ...source } = await sourceOf(line, issuedOn, manager);
  requireInOrder(line, days, earliest, localDay(steps.recordedAt));
  if (!line.isSound) return undefined;
  const place = { line: line.line, column: 'order', columns: COLUMNS, isStamped: true };
  const dispatcher = { subject: steps.importer, role: 'DISPATCHER' } as const;
  const input = {
    title: line.text('title') ?? '',
    content: line.text('content') ?? '',
    centerCode,
    responsiblePerson: line.text('person'),
    deadline: deadline && asInput(deadline),
    projectId,
    ...source,
  };
  const dispatched = await steps.give(dispatchWorkOrder, input, {
    ...place,
    as: dispatcher,
    at: startOfDay(issuedOn),
  });
  if (!dispatched) return undefined;
  const order = rowOf(dispatched, 'workOrder', WorkOrder);
  const center = { subject: steps.importer, role: 'CENTER_HEAD', center: order.centerCode } as const;
  let { version } = order;
  for (const [index, command] of [...CARRIED_OUT, verifyWorkOrder, closeWorkOrder].entries()) {
    const given = await steps.give(
      command,
      { workOrderId: order.id, expectedVersion: version },
      {
        ...place,
        as: index < CARRIED_OUT.length ? center : dispatcher,
        at: startOfDay(days[index + 1] ?? issuedOn),
      },
    );
    if (!given) return undefined;
    ({ version } = rowOf(given, 'workOrder', WorkOrder));
  }
  await manager.update(WorkOrder, { id: order.id }, { importedAt: steps.recordedAt });
  return order.id;
}

/** The days of the steps. Work that names no beginning began on the day of acceptance. */
function readDays(line: PastLine): readonly (LocalDay | null)[] {
  return ORDER_DAYS.map(({ column }) =>
    column === 'started_on' && line.text(column) === null
      ? line.day('accepted_on')
      : line.requiredDay(column),
  );
}

/** Notes each day that lies in the future or before what it rests on. */
function requireInOrder(
  line: PastLine,
  days: readonly (LocalDay | null)[],
  source: Earliest | undefined,
  today: LocalDay,
): void {
  let earliest: Earliest = source ?? { day: '0000-01-01', name: { zh: '', en: '' } };
  for (const [index, { column, name }] of ORDER_DAYS.entries()) {
    const day = days[index];
    if (day === null || day === undefined) continue;
    const problem = dayHappened(column, day, earliest, today);
    if (problem) line.wrong(column, problem.message);
    earliest = { day, name };
  }
}
