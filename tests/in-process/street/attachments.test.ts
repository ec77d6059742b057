import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Actor } from '@mtg/access';
import { centerStaff } from '../../support/actors';
import { head, people, staff, type Row } from '../../support/dispatch';
import { ATTACHMENT, fileStreet, MAX_BYTES, type FileStreet } from '../../support/files/file-street';
import { SAMPLES, sha256Of, zipOf } from '../../support/files/samples';
import { tokenOf } from '../../support/tokens';
import { eventually } from '../../support/wait';

const { clerk, dispatcher, leader } = people;
let street: FileStreet;
beforeAll(async () => {
  street = await fileStreet();
});
afterAll(() => street.close());

const meeting = async (): Promise<{ kind: string; id: string }> => {
  const item = await street.minutesItem('JOINT', 'ISSUED');
  const [row] = await street.dayu.database.query(
    'SELECT m.meeting_id AS id FROM minutes m JOIN minutes_item i ON i.minutes_id = m.id WHERE i.id = $1',
    [item],
  );
  return { kind: 'MEETING', id: row.id };
};
const filesIn = async (): Promise<readonly string[]> =>
  (await readdir(street.folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
const rows = async (): Promise<Row> => {
  const [counts] = await street.dayu.database.query(
    'SELECT (SELECT count(*) FROM attachment) AS attachments, (SELECT count(*) FROM file_upload) AS uploads',
  );
  return counts;
};
const problem = async (answer: Response): Promise<Row> => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return (await answer.json()) as Row;
};
const uploaded = async (content: Buffer, as: Actor = clerk): Promise<string> =>
  ((await (await street.upload('a.pdf', content, as)).json()) as Row)['uploadId'];

test('a file is uploaded, attached and downloaded under its Chinese name', async () => {
  const to = await meeting();
  const content = Buffer.concat([SAMPLES.pdf, Buffer.alloc(200_000, 'x')]);
  const answer = await street.upload(
    '联席会议 签到表（定稿）.pdf',
    content,
    clerk,
    `&sha256=${sha256Of(content)}`,
  );
  expect(answer.status).toBe(201);
  const { uploadId, ...facts } = (await answer.json()) as Row;
  expect(facts).toEqual({
    fileName: '联席会议 签到表（定稿）.pdf',
    mediaType: 'application/pdf',
    sizeBytes: content.length,
    sha256: sha256Of(content),
    validHours: 24,
  });
  const { attachment } = await street.must(
    'attachFile',
    { uploadId, attachedTo: to, note: '原件' },
    clerk,
    ATTACHMENT,
  );
  expect(attachment).toMatchObject({
    attachedTo: 'MEETING',
    scanState: 'UNSCANNED',
    uploadedBy: clerk.subject,
  });
  const read = await street.read(
    `query ($id: UUID!) { dayu { meeting(id: $id) { attachments { id fileName note meeting { id } } } } }`,
    { id: to.id },
    leader,
  );
  expect(read).toEqual({
    meeting: {
      attachments: [{ id: attachment.id, fileName: facts['fileName'], note: '原件', meeting: { id: to.id } }],
    },
  });
  const download = await street.download(attachment.id, leader);
  expect(Buffer.from(await download.arrayBuffer()).equals(content)).toBe(true);
  expect(Object.fromEntries(download.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(content.length),
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining(`default-src 'none'`),
    'cache-control': 'private, no-cache',
    etag: `"${sha256Of(content)}"`,
  });
  const [, plain, whole] =
    /^attachment; filename="([^"]+)"; filename\*=UTF-8''(\S+)$/.exec(
      download.headers.get('content-disposition') ?? '',
    ) ?? [];
  expect([plain, decodeURIComponent(whole ?? '')]).toEqual([`${attachment.id}.pdf`, facts['fileName']]);
  const tag = { 'if-none-match': `"${sha256Of(content)}"` };
  expect((await street.download(attachment.id, leader, tag)).status).toBe(304);
});

test('the same command with the same key attaches once, and an upload is attached once', async () => {
  const to = await meeting();
  const uploadId = await uploaded(SAMPLES.pdf);
  const give = (key?: string) =>
    street.dayu.ask(
      `mutation ($input: AttachFileInput!) { dayu { attachFile(input: $input) { attachment { id } } } }`,
      { input: { uploadId, attachedTo: to } },
      { as: clerk, key },
    );
  const key = randomUUID();
  const [first, second] = [await give(key), await give(key)];
  expect(second).toEqual(first);
  expect(first.errors).toBeUndefined();
  expect((await give()).errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.uploadId',
  });
});

describe('an upload is refused, and leaves nothing,', () => {
  test.each<[string, string, Buffer, RegExp]>([
    [
      'of a program named as a document',
      '报告.pdf',
      Buffer.from('MZ\x90\0'),
      /is not what its extension says/,
    ],
    [
      'of a page named as text',
      'a.txt',
      Buffer.from('<html><script>1</script>'),
      /is not what its extension/,
    ],
    ['of an SVG named as a table', 'a.csv', Buffer.from(' <svg onload="x()">'), /is not what its extension/],
    ['of a document named as a picture', 'a.jpg', SAMPLES.docx, /is not what its extension says/],
    ['of a document with macros', 'a.docx', zipOf('word/document.xml', 'word/vbaProject.bin'), /macros/],
    ['of any archive named as a document', 'a.xlsx', zipOf('a.exe'), /is not what its extension says/],
    ['of a web page', 'a.html', Buffer.from('<p>'), /are not accepted/],
    ['of an SVG', 'a.svg', Buffer.from('<svg/>'), /are not accepted/],
    [
      'of an old document, with the next action',
      '请示.DOC',
      SAMPLES.docx,
      /另存为 \.docx 或 PDF.*old format \.doc .*save it as \.docx or PDF/,
    ],
    ['of an old table, with the next action', '台账.xls', SAMPLES.xlsx, /save it as \.xlsx or PDF/],
    ['of a document of WPS, with the next action', '请示.wps', SAMPLES.docx, /save it as \.docx or PDF/],
    ['without a name', '', SAMPLES.pdf, /1 to 150 characters/],
    ['with a path for its name', '../../../etc/cron.d/a.pdf', SAMPLES.pdf, /must not contain a path/],
    ['with a path of Windows', '..\\..\\a.pdf', SAMPLES.pdf, /must not contain a path/],
    ['with a header in its name', 'a\r\nset-cookie: b.pdf', SAMPLES.pdf, /must not contain a path/],
    ['without content', 'a.pdf', Buffer.alloc(0), /is empty/],
  ])('%s', async (_, name, content, message) => {
    const before = [await rows(), await filesIn()];
    const answer = await street.upload(name, content);
    expect(answer.status).toBe(400);
    expect(await problem(answer)).toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: expect.stringMatching(message),
    });
    expect([await rows(), await filesIn()]).toEqual(before);
  });

  test('with a checksum that does not match', async () => {
    const before = [await rows(), await filesIn()];
    const answer = await street.upload('a.pdf', SAMPLES.pdf, clerk, `&sha256=${'0'.repeat(64)}`);
    expect(await problem(answer)).toMatchObject({ status: 400, sha256: sha256Of(SAMPLES.pdf) });
    const no = await street.upload('a.pdf', SAMPLES.pdf, clerk, '&sha256=x');
    expect(await problem(no)).toMatchObject({
      status: 400,
      detail: expect.stringContaining('64 hexadecimal'),
    });
    expect([await rows(), await filesIn()]).toEqual(before);
  });

  test('of more bytes than a file may have, announced or not', async () => {
    const before = [await rows(), await filesIn()];
    const announced = await street.upload('a.pdf', Buffer.alloc(MAX_BYTES + 1, '%PDF-1.7 '));
    expect(await problem(announced)).toMatchObject({ status: 400, maxBytes: MAX_BYTES });
    // Far more than what a process could hold back unread, in parts of which no length is announced.
    const part = Buffer.alloc(65_536, 'x');
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (sent >= 20 * MAX_BYTES) return controller.close();
        sent += part.length;
        return controller.enqueue(part);
      },
    });
    const unannounced = await street.upload('a.pdf', endless);
    expect(await problem(unannounced)).toMatchObject({ status: 400, maxBytes: MAX_BYTES });
    expect([await rows(), await filesIn()]).toEqual(before);
  });

  test('by who may attach nothing, and without a token', async () => {
    const before = [await rows(), await filesIn()];
    const analyst: Actor = { subject: 'analyst', role: 'ANALYST' };
    expect(await problem(await street.upload('a.pdf', SAMPLES.pdf, analyst))).toMatchObject({ status: 403 });
    const elsewhere: Actor = { ...clerk, street: 'CHENGZI' };
    expect(await problem(await street.upload('a.pdf', SAMPLES.pdf, elsewhere))).toMatchObject({
      status: 403,
    });
    const anonymous = await fetch(`${street.dayu.address}/attachments?name=a.pdf`, {
      method: 'POST',
      body: 'x',
    });
    expect(await problem(anonymous)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect([await rows(), await filesIn()]).toEqual(before);
  });

  test('whose connection is cut', async () => {
    const before = [await rows(), await filesIn()];
    const token = await tokenOf(clerk);
    const cut = request(`${street.dayu.address}/attachments?name=a.pdf`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-length': 500_000 },
    });
    cut.on('error', () => undefined);
    cut.write(Buffer.alloc(200_000, '%PDF-1.7 '));
    const spool = join(street.folder, 'incoming');
    await eventually('the file arrives', async () => (await readdir(spool)).length > 0);
    cut.destroy();
    await eventually('the file is removed', async () => (await readdir(spool)).length === 0);
    expect([await rows(), await filesIn()]).toEqual(before);
  });
});

describe('who may attach and who may not', () => {
  test('an upload is its uploader’s', async () => {
    const to = await meeting();
    const uploadId = await uploaded(SAMPLES.pdf, dispatcher);
    for (const id of [uploadId, randomUUID()]) {
      const { errors } = await street.run('attachFile', { uploadId: id, attachedTo: to }, clerk, ATTACHMENT);
      expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'input.uploadId' });
    }
  });

  test('a center attaches to its own orders, and a community reads none of them', async () => {
    const order = await street.order();
    const to = { kind: 'WORK_ORDER', id: String(order['id']) };
    const attachment = await street.attach('现场.png', SAMPLES.png, to, staff);
    const other = centerStaff('DAYU', 'CIVIL_AFFAIRS');
    const uploadId = await uploaded(SAMPLES.pdf, other);
    const refused = await street.run('attachFile', { uploadId, attachedTo: to }, other, ATTACHMENT);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const secretary: Actor = {
      subject: 's',
      role: 'COMMUNITY_SECRETARY',
      street: 'DAYU',
      community: '110109001001',
    };
    expect(await problem(await street.download(attachment['id'], secretary))).toMatchObject({ status: 404 });
    expect((await street.download(attachment['id'], other)).status).toBe(200);
  });

  test('files of a visit’s record are for those who read the record', async () => {
    const add = (subject: string) =>
      street.add('visit_record', {
        center_code: 'HEALTH',
        community_code: '110109001001',
        author_subject: subject,
        text: '已走访',
      });
    const own = { kind: 'VISIT_RECORD', id: await add(staff.subject) };
    const attachment = await street.attach('照片.jpg', SAMPLES.jpg, own, staff);
    const others = { kind: 'VISIT_RECORD', id: await add('colleague') };
    const uploadId = await uploaded(SAMPLES.pdf, staff);
    const refused = await street.run('attachFile', { uploadId, attachedTo: others }, staff, ATTACHMENT);
    expect(refused.errors[0]?.extensions).toMatchObject({ field: 'input.attachedTo.id' });
    const colleague = centerStaff('DAYU', 'HEALTH', 'colleague');
    for (const [reader, status] of [
      [staff, 200],
      [head, 200],
      [{ subject: 'auditor', role: 'AUDITOR' }, 200],
      [colleague, 404],
      [leader, 404],
      [dispatcher, 404],
      [clerk, 404],
      [{ subject: 'analyst', role: 'ANALYST' }, 404],
    ] as const)
      expect([reader.role, (await street.download(attachment['id'], reader)).status]).toEqual([
        reader.role,
        status,
      ]);
    expect((await street.download(attachment['id'])).status).toBe(401);
  });

  test('who downloads a file of a sentiment log is recorded where readings of the log are', async () => {
    const visit = await street.add('visit_record', {
      center_code: 'HEALTH',
      community_code: '110109001001',
      author_subject: staff.subject,
      text: '已走访',
    });
    const visitId = await street.add('community_visit', {
      day: '2026-03-09',
      form: 'CALL',
      community_code: '110109001001',
      center_code: 'HEALTH',
      staff_subject: staff.subject,
      record_id: visit,
    });
    const log = await street.add('sentiment_log', {
      visit_id: visitId,
      center_code: 'HEALTH',
      community_code: '110109001001',
      author_subject: staff.subject,
      text: '路灯不亮',
    });
    const attachment = await street.attach(
      '路灯.jpg',
      SAMPLES.jpg,
      { kind: 'SENTIMENT_LOG', id: log },
      staff,
    );
    expect((await street.download(attachment['id'], leader)).status).toBe(200);
    const read = await street.dayu.database.query(
      `SELECT actor, targets FROM audit_entry WHERE outcome = 'READ' AND command = 'readSentimentLogs'`,
    );
    expect(read).toEqual([{ actor: leader.subject, targets: [log] }]);
  });
});

describe('a file that was withdrawn', () => {
  const auditor: Actor = { subject: 'auditor', role: 'AUDITOR' };
  const record = { kind: '', id: '' };
  let id: string;
  beforeAll(async () => {
    Object.assign(record, await meeting());
    id = String((await street.attach('a.pdf', SAMPLES.pdf, record))['id']);
    const input = { attachmentId: id, expectedVersion: 1, reason: '传错文件' };
    const wrong = await street.run('withdrawAttachment', input, staff, ATTACHMENT);
    expect(wrong.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const { attachment } = await street.must('withdrawAttachment', input, dispatcher, ATTACHMENT);
    expect(attachment).toMatchObject({
      version: 2,
      withdrawalReason: '传错文件',
      withdrawnAt: expect.any(String),
    });
  });

  const listed = (as: Actor): Promise<Row> =>
    street.read(
      `query ($id: UUID!, $file: UUID!) { dayu { meeting(id: $id) { attachments { id withdrawalReason } }
        attachment(id: $file) { id } attachments(filter: { meetingId: $id }) { totalCount } } }`,
      { id: record.id, file: id },
      as,
    );
  const readings = (): Promise<Row[]> =>
    street.dayu.database.query(
      `SELECT actor, targets FROM audit_entry WHERE outcome = 'READ' AND command = 'readAttachments'`,
    );

  test('is known to its uploader, who no longer downloads it', async () => {
    expect(await listed(clerk)).toEqual({
      meeting: { attachments: [{ id, withdrawalReason: '传错文件' }] },
      attachment: { id },
      attachments: { totalCount: 1 },
    });
    expect(await problem(await street.download(id, clerk))).toMatchObject({
      status: 404,
      detail: expect.stringContaining('was withdrawn'),
    });
    const input = { attachmentId: id, expectedVersion: 2, reason: '传错文件' };
    const again = await street.run('withdrawAttachment', input, clerk, ATTACHMENT);
    expect(again.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
    expect(await readings()).toEqual([]);
  });

  test('is unknown to the other readers of its record, the one who withdrew it included', async () => {
    for (const other of [leader, dispatcher, { ...clerk, subject: 'other-clerk' }]) {
      expect(await listed(other)).toEqual({
        meeting: { attachments: [] },
        attachment: null,
        attachments: { totalCount: 0 },
      });
      const download = await problem(await street.download(id, other));
      expect(download).toMatchObject({
        status: 404,
        detail: expect.stringContaining('There is no attachment'),
      });
    }
    const input = { attachmentId: id, expectedVersion: 2, reason: '传错文件' };
    const { errors } = await street.run('withdrawAttachment', input, dispatcher, ATTACHMENT);
    expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'input.attachmentId' });
  });

  test('is read by the auditor, on record', async () => {
    expect(await listed(auditor)).toMatchObject({ attachments: { totalCount: 1 } });
    expect(await readings()).toEqual([{ actor: auditor.subject, targets: [id] }]);
    const download = await street.download(id, auditor);
    expect(Buffer.from(await download.arrayBuffer()).equals(SAMPLES.pdf)).toBe(true);
    expect(await readings()).toHaveLength(2);
    const stands = await street.attach('b.pdf', SAMPLES.pdf, record);
    expect((await street.download(stands['id'], auditor)).status).toBe(200);
    expect(await readings()).toHaveLength(2);
  });
});

test.each(['x', '..%2f..%2fetc%2fpasswd', '%2e%2e'])('%j is no attachment', async (id) => {
  expect([400, 404]).toContain((await street.download(id, leader)).status);
});

test('an attachment that is not there is not found', async () => {
  expect(await problem(await street.download(randomUUID(), leader))).toMatchObject({ status: 404 });
});

test('files of other streets’ people are listed to none, and the serving role changes no file of a row', async () => {
  const attachment = await street.attach('a.pdf', SAMPLES.pdf, await meeting());
  const other: Actor = { ...leader, street: 'CHENGZI' };
  expect(await problem(await street.download(attachment['id'], other))).toMatchObject({ status: 403 });
  const change = (columns: string) =>
    street.dayu.runtime.query(`UPDATE attachment SET ${columns} WHERE id = '${attachment['id']}'`);
  await expect(change(`sha256 = '${'0'.repeat(64)}'`)).rejects.toThrow('changes no such column');
  await expect(
    street.dayu.runtime.query(`DELETE FROM attachment WHERE id = '${attachment['id']}'`),
  ).rejects.toThrow('permission denied');
  await change(`scan_state = 'INFECTED', scanned_at = now()`);
  await expect(change(`scan_state = 'CLEAN'`)).rejects.toThrow('keeps its scan');
});
