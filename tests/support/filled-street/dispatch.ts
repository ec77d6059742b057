import { centerHead } from '../actors';
import { HERE, THERE } from '../everybody';
import { decisionNow, delegationAfter, project } from '../sequence-sources';
import { dayAfter } from '../sequence-street';
import { SECOND, type Known, type Scribe } from './scribe';

/** Orders by delegations of two departments, and by a key point; in projects of their own, and in one of all. */
export async function dispatch(scribe: Scribe): Promise<readonly string[]> {
  const { clerk } = scribe.people;
  const adopted = {
    year: 2026,
    number: 1,
    title: '要点',
    content: '全年',
    decision: decisionNow(scribe.street),
  };
  const { keyPoint } = await scribe.give('adoptKeyPoint', adopted, clerk, 'keyPoint { id }');
  const common = await project(scribe.street);
  const finished: string[] = [];
  for (const { department, center } of [HERE, SECOND]) {
    await delegationAfter(scribe.street, 1, department);
    const delegationId = await delegationAfter(scribe.street, 4, department);
    const own = await project(scribe.street);
    const other = center === HERE.center ? THERE.center : HERE.center;
    const first = await order(scribe, center, { delegationId, projectId: own });
    await subOrder(scribe, other, first);
    await requests(scribe, center, first);
    await finish(scribe, center, await order(scribe, center, { delegationId, projectId: common }), finished);
  }
  const ofKeyPoint = { keyPointId: keyPoint.id, projectId: common };
  await finish(scribe, HERE.center, await order(scribe, HERE.center, ofKeyPoint), finished);
  await report(scribe, finished);
  for (const { department, center } of [HERE, SECOND]) await conclude(scribe, department, center);
  const open: string[] = [];
  for (const center of [HERE.center, THERE.center]) open.push(await order(scribe, center, ofKeyPoint));
  await scribe.street
    .sql(`INSERT INTO supervision (created_at, updated_at, work_order_id, state, missed_deadline)
    SELECT now(), now(), id, 'OPEN', '2026-03-01' FROM work_order WHERE state <> 'CLOSED'`);
  return open;
}

async function order(scribe: Scribe, centerCode: string, source: Known): Promise<string> {
  const deadline = dayAfter(scribe.street.now(), 20);
  const order = { centerCode, responsiblePerson: '王敏', deadline, ...source };
  const made = await scribe.do('dispatchWorkOrder', order, scribe.people.dispatcher, 'workOrder { id }');
  const workOrderId: string = made['workOrder'].id;
  await start(scribe, centerCode, workOrderId);
  return workOrderId;
}

async function subOrder(scribe: Scribe, centerCode: string, parentId: string): Promise<void> {
  const deadline = dayAfter(scribe.street.now(), 20);
  const part = { parentId, centerCode, responsiblePerson: '王敏', deadline };
  const made = await scribe.do('dispatchSubOrder', part, scribe.people.dispatcher, 'workOrder { id }');
  await start(scribe, centerCode, made['workOrder'].id);
}

/** A return that is requested and refused, and more time that is requested. */
async function requests(scribe: Scribe, center: string, workOrderId: string): Promise<void> {
  const head = centerHead(HERE.street, center);
  await scribe.do('requestReturn', { workOrderId }, head);
  await scribe.do('refuseReturn', { workOrderId }, scribe.people.dispatcher);
  const deadline = dayAfter(scribe.street.now(), 30);
  await scribe.do('requestExtension', { workOrderId, deadline }, head);
}

/** A delegation of one order, which is reported and concluded. */
async function conclude(scribe: Scribe, department: string, center: string): Promise<void> {
  const delegationId = await delegationAfter(scribe.street, 4, department);
  const finished: string[] = [];
  const projectId = await project(scribe.street);
  await finish(scribe, center, await order(scribe, center, { delegationId, projectId }), finished);
  const told = { recipients: ['DEPARTMENT'], departmentCodes: [department], workOrderIds: finished };
  await scribe.give(
    'issueFeedbackReport',
    { title: '完成', text: '已完成', ...told },
    scribe.people.dispatcher,
  );
  await scribe.do('concludeDelegation', { delegationId }, scribe.people.dispatcher);
}

/** The center begins, and shows something of it. */
async function start(scribe: Scribe, center: string, workOrderId: string): Promise<void> {
  const head = centerHead(HERE.street, center);
  const document = { uri: 'urn:a', mediaType: 'image/png', sha256: 'a'.repeat(64) };
  for (const command of ['acceptWorkOrder', 'startWorkOrder'])
    await scribe.do(command, { workOrderId }, head);
  await scribe.do('attachEvidence', { workOrderId, ...document }, head);
}

async function finish(
  scribe: Scribe,
  center: string,
  workOrderId: string,
  finished: string[],
): Promise<void> {
  await scribe.do('submitWorkOrder', { workOrderId }, centerHead(HERE.street, center));
  for (const command of ['verifyWorkOrder', 'closeWorkOrder']) {
    await scribe.do(command, { workOrderId }, scribe.people.dispatcher);
  }
  finished.push(workOrderId);
}

/** The first department is told of its own order, and both of the second's; of the rest, only the government. */
async function report(scribe: Scribe, [first, second, third]: readonly string[]): Promise<void> {
  const { dispatcher } = scribe.people;
  const toFirst = {
    recipients: ['DEPARTMENT'],
    departmentCodes: [HERE.department],
    workOrderIds: [first],
  };
  const toBoth = {
    recipients: ['DEPARTMENT'],
    departmentCodes: [HERE.department, THERE.department],
    workOrderIds: [second],
  };
  const toOthers = { recipients: ['DISTRICT_GOVERNMENT'], workOrderIds: [third] };
  for (const report of [toFirst, toBoth, toOthers]) {
    await scribe.give('issueFeedbackReport', { title: '完成', text: '已完成', ...report }, dispatcher);
  }
}
