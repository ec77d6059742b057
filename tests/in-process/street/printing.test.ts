import type { Actor } from '@mtg/access';
import { definition } from '../../../subgraphs/dongxinfang/src';
import { PRINTED_KINDS } from '../../../packages/street/src/printing/kinds';
import { readDocx, textOfPdf, textOfXml } from '../../../packages/printing/test-support/read-documents';
import { EVERYBODY, HERE, type Caller } from '../../support/everybody';
import { distinctReaders } from '../../support/row-owners';
import { SAMPLE_CLOCK } from '../../support/template-database';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { tokenOf } from '../../support/tokens';

/** Kinds that are printed: the name in addresses, the field of the schema, and its rows. */
const KINDS = [
  { kind: 'minutes', field: 'minutes', from: `minutes WHERE state = 'ISSUED'` },
  { kind: 'work-orders', field: 'workOrder', from: `work_order WHERE center_code = '${HERE.center}'` },
  { kind: 'annual-notices', field: 'annualNotice', from: 'annual_notice WHERE true' },
  { kind: 'feedback-reports', field: 'feedbackReport', from: 'feedback_report WHERE true' },
] as const;

const LEADER: Actor = { subject: 'leader', role: 'STREET_LEADER', street: 'DONGXINFANG' };
const NO_ID = '01999999-9999-7999-8999-999999999999';

let street: TestSubgraph;
const ids = new Map<string, string>();

beforeAll(async () => {
  street = await startTestSubgraph(definition, { clock: SAMPLE_CLOCK, sample: true });
  for (const { kind, from } of KINDS) {
    const [row] = await street.database.query(`SELECT id FROM ${from} ORDER BY id LIMIT 1`);
    ids.set(kind, row.id);
  }
});
afterAll(() => street.close());

const print = async (path: string, as?: Actor, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${street.address}/documents/${path}`, {
    headers: { ...headers, ...(as && { authorization: `Bearer ${await tokenOf(as)}` }) },
  });
const bytes = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());
const problem = async (answer: Response): Promise<Record<string, unknown>> => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return (await answer.json()) as Record<string, unknown>;
};
const textOfDocx = async (docx: Buffer): Promise<string> =>
  [...(await readDocx(docx))]
    .filter(([name]) => /^word\/(document|header1)\.xml$/.test(name))
    .map(([, xml]) => textOfXml(xml))
    .join('')
    .replaceAll(/\s/g, '');

test.each(KINDS)('$kind: the same words as PDF and DOCX, marked as sample', async ({ kind, field }) => {
  const id = ids.get(kind) ?? '';
  const { data } = await street.ask(
    `query ($id: UUID!) { dongxinfang { row: ${field}(id: $id) { title } } }`,
    { id },
    { as: LEADER },
  );
  const { row } = (data as { dongxinfang: { row: { title: string } } }).dongxinfang;
  for (const extension of ['pdf', 'docx']) {
    const answer = await print(`${kind}/${id}.${extension}`, LEADER);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toContain(`filename="${kind}-${id}.${extension}"`);
    expect(decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(disposition)?.[1] ?? '')).toMatch(
      /^东辛房街道/,
    );
    const content = await bytes(answer);
    const text = extension === 'pdf' ? textOfPdf(content) : await textOfDocx(content);
    expect(text).toContain('样例');
    expect(text).toContain(row.title.replaceAll(/\s/g, ''));
    expect(text).toContain('东辛房街道');
    expect(text).toMatch(/\d{4}年\d{1,2}月\d{1,2}日印发/);
  }
});

/**
 * As the schema answers a reader, so is printed: a row that is null there is missing here, and one of which the reader may not read
 * all is not printed, because the document would look whole.
 */
const here = ({ name, actor }: Caller): Caller => ({
  name,
  actor: actor && { ...actor, ...(actor.street === HERE.street && { street: 'DONGXINFANG' }) },
});
test.each(distinctReaders(EVERYBODY.map(here), 'DONGXINFANG'))(
  '$name prints what $name reads',
  async ({ actor }) => {
    for (const { kind, field } of KINDS) {
      const id = ids.get(kind) ?? '';
      const { data, errors } = await street.ask(
        `query ($id: UUID!) { dongxinfang { row: ${field}(id: $id) { ${PRINTED_KINDS.get(kind)?.selection} } } }`,
        { id },
        { as: actor },
      );
      const row = (data as { dongxinfang: { row: unknown } | null } | null)?.dongxinfang?.row ?? null;
      const answer = await print(`${kind}/${id}.docx`, actor);
      if (errors) {
        const [{ message, extensions } = { message: '', extensions: {} }] = errors;
        expect(await problem(answer)).toMatchObject({ code: extensions['code'], detail: message });
        expect(answer.status).toBe({ UNAUTHENTICATED: 401, FORBIDDEN: 403 }[String(extensions['code'])]);
      } else {
        expect([kind, answer.status]).toEqual([kind, row === null ? 404 : 200]);
      }
    }
  },
);

test('corrections of issued minutes are printed below the items, which stay as they were issued', async () => {
  const [{ id, old, right }] = await street.database.query(
    `SELECT i.minutes_id AS id, c.old_text AS old, c.new_text AS right FROM minutes_correction c
     JOIN minutes_item i ON i.id = c.minutes_item_id ORDER BY c.id LIMIT 1`,
  );
  const plain = (text: string): string => text.replaceAll(/\s/g, '');
  const text = await textOfDocx(await bytes(await print(`minutes/${id}.docx`, LEADER)));
  expect(text).toContain(plain(`更正：第1条“${old}”更正为“${right}”`));
  expect(text).toContain('记录时漏记');
  expect(text.split(plain(old)).length).toBeGreaterThan(2);
});

test('fields that a reader may not read are not printed: another center’s sub-orders, say', async () => {
  const [{ id, center, other }] = await street.database.query(
    `SELECT p.id, p.center_code AS center, s.number AS other FROM work_order p JOIN work_order s ON s.parent_id = p.id
     WHERE s.center_code <> p.center_code ORDER BY p.id LIMIT 1`,
  );
  const head: Actor = { subject: 'head', role: 'CENTER_HEAD', street: 'DONGXINFANG', center };
  const { data } = await street.ask(
    `query ($id: UUID!) { dongxinfang { workOrder(id: $id) { subOrders { number } } } }`,
    { id },
    { as: head },
  );
  const shown = JSON.stringify(data).includes(other);
  const text = await textOfDocx(await bytes(await print(`work-orders/${id}.docx`, head)));
  expect(text.includes(other)).toBe(shown);
  expect(await textOfDocx(await bytes(await print(`work-orders/${id}.docx`, LEADER)))).toContain(other);
});

test.each([
  ['minutes', `${NO_ID}.pdf`, 404, 'NOT_FOUND'],
  ['minutes', `${NO_ID}.doc`, 400, 'BAD_USER_INPUT'],
  ['minutes', NO_ID, 400, 'BAD_USER_INPUT'],
  ['minutes', '1.pdf', 400, 'BAD_USER_INPUT'],
  ['plans', `${NO_ID}.pdf`, 404, 'NOT_FOUND'],
])('%s/%s is refused with %d and the next action', async (kind, file, status, code) => {
  const answer = await print(`${kind}/${file}`, LEADER);
  expect(answer.status).toBe(status);
  const told = await problem(answer);
  expect(told).toMatchObject({ status, code, title: code, requestId: answer.headers.get('x-request-id') });
  expect(String(told['detail'])).toMatch(/\p{Script=Han}.* · .*[A-Z]/u);
});

test('a token that is not accepted prints nothing', async () => {
  const answer = await print(`minutes/${ids.get('minutes')}.pdf`, undefined, { authorization: 'Bearer x' });
  expect(answer.status).toBe(401);
  expect(await problem(answer)).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('an unchanged document is not sent twice, and a changed one is', async () => {
  const path = `annual-notices/${ids.get('annual-notices')}.docx`;
  const first = await print(path, LEADER);
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/"/);
  const again = await print(path, LEADER, { 'if-none-match': tag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await print(path, undefined, { 'if-none-match': tag })).status).toBe(401);
  await street.database.query(`UPDATE annual_notice SET title = title || '（二）'`);
  const changed = await print(path, LEADER, { 'if-none-match': tag });
  expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false]);
});

test('a character that the font of PDF lacks is named, and DOCX has it', async () => {
  const id = ids.get('work-orders');
  await street.database.query(`UPDATE work_order SET responsible_person = '王𠮷' WHERE id = $1`, [id]);
  const answer = await print(`work-orders/${id}.pdf`, LEADER);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('etag')).toBeNull();
  const { detail, missing } = await problem(answer);
  expect(missing).toEqual(['𠮷']);
  expect(detail).toContain('𠮷（U+20BB7）');
  expect(detail).toContain('.docx');
  expect(await textOfDocx(await bytes(await print(`work-orders/${id}.docx`, LEADER)))).toContain('王𠮷');
});
