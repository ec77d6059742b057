import { centerHead, centerStaff } from '../../support/actors';
import { people } from '../../support/dispatch';
import { fileStreet, type FileStreet } from '../../support/files/file-street';
import { SAMPLES } from '../../support/files/samples';
import { tokenOf } from '../../support/tokens';

const [head, staff] = [centerHead('DAYU', 'OLD_TOWN'), centerStaff('DAYU', 'OLD_TOWN')];
let street: FileStreet;
beforeAll(async () => {
  street = await fileStreet();
  const decision = { number: '大峪工委〔2026〕增1号', decidedAt: '2026-03-09T01:00:00Z', summary: '同意' };
  const center = { code: 'OLD_TOWN', name: '老城服务中心', functionText: '服务老城居民', decision };
  await street.must('addLocalCenter', center, people.clerk, 'localCenter { code }');
});
afterAll(() => street.close());

test('a token of a center that the street added works at every door of the street', async () => {
  const order = await street.order({ centerCode: 'OLD_TOWN' });
  await street.must('acceptWorkOrder', { workOrderId: order['id'] }, head);
  const to = { kind: 'WORK_ORDER', id: String(order['id']) };
  const attachment = await street.attach('现场.png', SAMPLES.png, to, staff);
  for (const reader of [head, staff]) {
    expect((await street.download(attachment['id'], reader)).status).toBe(200);
    const read = await street.read(
      'query ($id: UUID!) { dayu { workOrder(id: $id) { center { name } } toDo { complete } } }',
      { id: order['id'] },
      reader,
    );
    expect(read).toEqual({ workOrder: { center: { name: '老城服务中心' } }, toDo: { complete: true } });
    const headers = { authorization: `Bearer ${await tokenOf(reader)}` };
    const printed = await fetch(`${street.dayu.address}/documents/work-orders/${order['id']}.docx`, {
      headers,
    });
    expect(printed.status).toBe(200);
  }
  const other = await street.order({ centerCode: 'HEALTH' });
  const refused = await street.run('acceptWorkOrder', { workOrderId: other['id'] }, head);
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});
