import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Actor } from '@mtg/access';
import type { FileStore } from '@mtg/storage';
import { scannerAt } from '../../../packages/storage/src/settings/open-files';
import { compareFiles } from '../../../packages/street/src/attachments/compare-files';
import { noteWaiting } from '../../../packages/street/src/messages/note-waiting';
import { scanFiles } from '../../../packages/street/src/attachments/scan-files';
import { clearUploads, storeUpload } from '../../../packages/street/src/attachments/stored-uploads';
import { bucketStore, folderStore, type TestStore } from '../../../packages/storage/src/test-support/stores';
import { people, type Row } from '../../support/dispatch';
import { fileStreet, type FileStreet } from '../../support/files/file-street';
import { EICAR, SAMPLES, sha256Of } from '../../support/files/samples';
import { startTestSubgraph } from '../../support/test-subgraph';
import { tokenOf } from '../../support/tokens';
import { eventually } from '../../support/wait';
import { definition } from '../../../subgraphs/dayu/src';

const { clerk, leader } = people;

describe.each([
  ['a directory', folderStore],
  ['a bucket', bucketStore],
] as const)('files in %s', (_, make) => {
  let place: TestStore;
  let street: FileStreet;
  let service: Server;
  /** Answer of the scanner: none while it is away. */
  let isAway = true;
  const logged: unknown[][] = [];
  const context = () => ({
    database: street.dayu.runtime,
    clock: street.clock,
    owner: 'DAYU',
    logger: {
      info: () => undefined,
      warn: (...line: unknown[]) => void logged.push(line),
      error: (...line: unknown[]) => void logged.push(line),
    },
  });
  beforeAll(async () => {
    service = createServer((request, response) => {
      void buffer(request).then((content) =>
        response.writeHead(isAway ? 503 : content.includes(EICAR) ? 406 : 200).end(),
      );
    });
    service.listen(0, '127.0.0.1');
    await once(service, 'listening');
    place = await make();
    const scanner = scannerAt(`http://127.0.0.1:${(service.address() as AddressInfo).port}/`);
    street = await fileStreet({ store: place.store, scanner });
  });
  afterAll(async () => {
    await street.close();
    await place.stop();
    service.closeAllConnections();
    service.close();
  });
  beforeEach(() => {
    isAway = false;
    logged.length = 0;
  });

  const minutes = async () => {
    const item = await street.minutesItem('JOINT', 'ISSUED');
    const [row] = await street.dayu.database.query('SELECT minutes_id FROM minutes_item WHERE id = $1', [
      item,
    ]);
    return { kind: 'MINUTES', id: String(row.minutes_id) };
  };
  const attach = async (name: string, content: Buffer) => street.attach(name, content, await minutes());
  const rowOf = async (id: string): Promise<Row> => {
    const query = `query ($id: UUID!) { dayu { attachment(id: $id) { version scanState scannedAt } } }`;
    return (await street.read(query, { id }, leader))['attachment'];
  };
  const stateOf = async (id: string): Promise<unknown> => (await rowOf(id))['scanState'];
  const statusOf = async (id: string): Promise<number> => (await street.download(id, leader)).status;
  const stored = async (sha256: string): Promise<readonly string[]> =>
    [...(await place.contents()).keys()].filter((path) => path.endsWith(sha256));
  const entries = (): Promise<readonly Row[]> =>
    street.dayu.database.query(
      `SELECT actor, targets FROM audit_entry WHERE command = 'scanFile' ORDER BY sequence`,
    );

  test('are not given before the scanner has found them clean, and wait while it is away', async () => {
    isAway = true;
    const { id } = await attach('纪要.pdf', SAMPLES.pdf);
    expect(await statusOf(id)).toBe(409);
    await scanFiles(context(), street.files);
    expect(logged).toEqual([[expect.objectContaining({ sha256: sha256Of(SAMPLES.pdf) }), expect.anything()]]);
    expect([await stateOf(id), await statusOf(id), await entries()]).toEqual(['UNSCANNED', 409, []]);
    isAway = false;
    await scanFiles(context(), street.files);
    expect(await rowOf(id)).toMatchObject({ version: 2, scanState: 'CLEAN', scannedAt: expect.any(String) });
    expect(await statusOf(id)).toBe(200);
    expect((await entries()).map(({ targets }) => targets)).toEqual([[id]]);
    await scanFiles(context(), street.files);
    expect(await rowOf(id)).toMatchObject({ version: 2 });
  });

  test('that are infected go into quarantine, for all who attached them', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.7 '), EICAR]);
    const [first, second] = [await attach('a.pdf', content), await attach('b.pdf', content)];
    await scanFiles(context(), street.files);
    for (const { id } of [first, second])
      expect([await stateOf(id), await statusOf(id)]).toEqual(['INFECTED', 403]);
    expect(logged).toEqual([
      [expect.objectContaining({ attachments: [first.id, second.id] }), expect.anything()],
    ]);
    expect(await stored(sha256Of(content))).toEqual([expect.stringMatching(/^quarantine\//)]);
    // Each who attached it is told, until it is withdrawn.
    const told = async (as: Actor): Promise<Row[]> => {
      await noteWaiting(context());
      const query =
        '{ dayu { unreadMessages messages { id kind role place rowId rowKind command text readAt } } }';
      const answer = await street.read(query, {}, as);
      const infected = answer['messages'].filter(({ kind }: Row) => kind === 'INFECTED');
      const unread = answer['messages'].filter(({ readAt }: Row) => readAt === null);
      expect(answer['unreadMessages']).toBe(unread.length);
      return infected;
    };
    expect(new Set((await told(clerk)).map(({ rowId }) => rowId))).toEqual(new Set([first.id, second.id]));
    const [message] = await told(clerk);
    expect(message).toMatchObject({
      role: '',
      place: clerk.subject,
      rowKind: 'Attachment',
      command: 'withdrawAttachment',
      text: expect.stringMatching(/有病毒.*请撤回.*infected.*Withdraw it/u),
    });
    for (const other of [leader, people.dispatcher, { ...clerk, subject: 'other-clerk' }]) {
      expect(await told(other)).toEqual([]);
    }
    const mark = (as: Actor) =>
      street.run('markMessageRead', { messageId: message?.['id'] }, as, 'messageReading { reader }');
    expect((await mark({ ...clerk, subject: 'other-clerk' })).errors[0]?.extensions).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await mark(clerk)).errors).toEqual([]);
    const withdrawal = { attachmentId: first.id, expectedVersion: 2, reason: '有病毒' };
    await street.must('withdrawAttachment', withdrawal, clerk, 'attachment { id }');
    expect((await told(clerk)).map(({ rowId }) => rowId)).toEqual([second.id]);
    // An upload of it later meets the same end.
    const third = await attach('c.pdf', content);
    await scanFiles(context(), street.files);
    expect(await stateOf(third.id)).toBe('INFECTED');
    expect(await stored(sha256Of(content))).toHaveLength(1);
  });

  test('that were uploaded and not attached are removed a day later, and no others', async () => {
    const [shared, alone] = [Buffer.from('%PDF-1.7 shared'), Buffer.from('%PDF-1.7 alone')];
    const { id } = await attach('a.pdf', shared);
    for (const content of [shared, alone]) expect((await street.upload('b.pdf', content)).status).toBe(201);
    expect(await clearUploads(context(), place.store)).toBe(0);
    const now = street.clock.now();
    street.setTime(new Date(now.getTime() + 25 * 3_600_000).toISOString());
    const young = Buffer.from('%PDF-1.7 young');
    expect((await street.upload('c.pdf', young)).status).toBe(201);
    await clearUploads(context(), place.store);
    expect([
      await stored(sha256Of(shared)),
      await stored(sha256Of(alone)),
      await stored(sha256Of(young)),
    ]).toEqual([[expect.any(String)], [], [expect.any(String)]]);
    await scanFiles(context(), street.files);
    expect(await statusOf(id)).toBe(200);
    const left = await street.dayu.database.query('SELECT sha256 FROM file_upload');
    expect(left).toEqual([{ sha256: sha256Of(young) }]);
  });

  test('that are past their time are not attached while they are removed', async () => {
    const content = Buffer.from('%PDF-1.7 late');
    const uploaded = await street.upload('a.pdf', content);
    const { uploadId } = (await uploaded.json()) as { readonly uploadId: string };
    const attachedTo = await minutes();
    street.setTime(new Date(street.clock.now().getTime() + 25 * 3_600_000).toISOString());
    let attaching: ReturnType<FileStreet['run']> | undefined;
    const removing = Object.assign(Object.create(place.store) as FileStore, {
      remove: async (sha256: string) => {
        if (sha256 === sha256Of(content)) {
          attaching = street.run('attachFile', { uploadId, attachedTo }, clerk, '__typename');
          await eventually('the command waits', () => street.dayu.store.isWaiting());
        }
        return place.store.remove(sha256);
      },
    });
    await clearUploads(context(), removing);
    const errors = (await attaching)?.errors;
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'input.uploadId' });
  });

  test('of a process that dies before they are stored are not attached, and their row is removed', async () => {
    const id = randomUUID();
    const sha256 = sha256Of(Buffer.from(id));
    const upload = {
      id,
      fileName: 'a.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 3,
      sha256,
      uploadedBy: clerk.subject,
    };
    const dying = Object.assign(Object.create(place.store) as FileStore, {
      put: () => Promise.reject(new Error('killed')),
    });
    const file = { path: '/nowhere', bytes: 3, sha256 };
    await expect(storeUpload(context(), dying, file, upload)).rejects.toThrow('killed');
    const rows = () => street.dayu.database.query('SELECT stored FROM file_upload WHERE id = $1', [id]);
    expect(await rows()).toEqual([{ stored: false }]);
    const { errors } = await street.run(
      'attachFile',
      { uploadId: id, attachedTo: await minutes() },
      clerk,
      '__typename',
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'input.uploadId' });
    street.setTime(new Date(street.clock.now().getTime() + 25 * 3_600_000).toISOString());
    await clearUploads(context(), place.store);
    expect(await rows()).toEqual([]);
  });

  test('are compared with their rows: what is missing or altered is told', async () => {
    const [good, altered, missing] = ['good', 'altered', 'missing'].map((text) =>
      Buffer.from(`%PDF-1.7 ${text}`),
    );
    const ids: string[] = [];
    for (const content of [good, altered, missing])
      ids.push((await attach('a.pdf', content ?? Buffer.of())).id);
    await scanFiles(context(), street.files);
    expect(await compareFiles(context(), place.store)).toMatchObject({ missing: [], altered: [] });
    expect(logged).toEqual([]);
    const digests = [altered, missing].map((content) => sha256Of(content ?? Buffer.of()));
    const [path = ''] = await stored(digests[0] ?? '');
    await place.overwrite(path, Buffer.from('%PDF-1.7 forged'));
    await place.store.remove(digests[1] ?? '');
    const found = { altered: [digests[0]], missing: [digests[1]] };
    expect(await compareFiles(context(), place.store)).toMatchObject(found);
    expect(logged).toEqual([[found, expect.anything()]]);
    expect(await statusOf(ids[2] ?? '')).toBe(500);
  });
});

test('a street without a store attaches nothing, and says so', async () => {
  const dayu = await startTestSubgraph(definition);
  try {
    const answer = await fetch(`${dayu.address}/attachments?name=a.pdf`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenOf(clerk)}` },
      body: SAMPLES.pdf,
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      { detail: expect.stringContaining('Ask the operator to set ATTACHMENTS_STORE') },
    ]);
  } finally {
    await dayu.close();
  }
});
