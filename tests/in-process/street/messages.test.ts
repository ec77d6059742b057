import type { Actor } from '@mtg/access';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { deliverMessages } from '../../../packages/street/src/messages/deliver-messages';
import { noteWaiting } from '../../../packages/street/src/messages/note-waiting';
import { centerHead, centerStaff } from '../../support/actors';
import { ROOT } from '../../support/project';
import { dispatchStage, head, people, type DispatchStage, type Row } from '../../support/dispatch';

const SECRET = 'shared-secret';
const QUERY = (
  args: string,
) => `{ dayu { messages${args} { id kind role place rowId rowKind command text deadline
  createdAt endedAt deliveredAt } } }`;

let stage: DispatchStage;
beforeEach(async () => {
  stage = await dispatchStage();
});
afterEach(() => stage.dayu.close());

const warnings: unknown[] = [];
const context = () => ({
  database: stage.dayu.runtime,
  clock: stage.clock,
  owner: 'DAYU',
  logger: {
    info: () => undefined,
    warn: (...said: unknown[]) => warnings.push(said),
    error: () => undefined,
  },
});
const note = () => noteWaiting(context());
const messages = async (as: Actor, args = ''): Promise<Row[]> =>
  (await stage.read(QUERY(args), {}, as))['messages'];

describe('what begins to wait is told to whom it waits for', () => {
  test('once, until it no longer waits', async () => {
    const order = await stage.order();
    expect(await note()).toMatchObject({ begun: 1, ended: 0 });
    expect(await note()).toEqual({ begun: 0, ended: 0 });
    expect(await messages(head)).toMatchObject([
      {
        kind: 'WAITING',
        role: 'CENTER_HEAD',
        place: 'HEALTH',
        rowId: order['id'],
        rowKind: 'WorkOrder',
        command: 'acceptWorkOrder',
        text: expect.stringMatching(/接单.*accept a work order/u),
        deadline: '2026-03-20',
        endedAt: null,
        deliveredAt: null,
      },
    ]);
    for (const other of [
      people.leader,
      people.dispatcher,
      people.auditor,
      centerHead('DAYU', 'CIVIL_AFFAIRS'),
      centerHead('CHENGZI', 'HEALTH'),
      centerStaff('DAYU', 'HEALTH'),
    ]) {
      expect(await messages(other)).toEqual([]);
    }
    await stage.must('acceptWorkOrder', { workOrderId: order['id'] }, head);
    expect(await note()).toMatchObject({ ended: 1 });
    expect((await messages(head)).map(({ command }) => command)).toEqual(['startWorkOrder']);
    expect((await messages(head, '(waiting: false)')).map(({ command }) => command)).toEqual([
      'startWorkOrder',
      'acceptWorkOrder',
    ]);
  });

  test('once more when it is overdue', async () => {
    await stage.order();
    await note();
    stage.setTime('2026-03-21T02:00:00Z');
    await note();
    await note();
    expect((await messages(head)).map(({ kind }) => kind)).toEqual(['OVERDUE', 'WAITING']);
  });

  test('by two processes at once, each message once', async () => {
    await stage.order();
    await stage.order();
    const written = await Promise.all([note(), note(), note()]);
    expect(written.reduce((sum, { begun }) => sum + begun, 0)).toBe(2);
    expect(await messages(head)).toHaveLength(2);
  });

  test('without sample data, and without a word of the content', async () => {
    const order = await stage.order({ title: '王敏家中漏水' });
    await note();
    const [message] = await messages(head);
    expect(JSON.stringify(message)).not.toContain('王敏');
    await stage.dayu.database.query('ALTER TABLE work_order DISABLE TRIGGER ALL');
    await stage.dayu.database.query('UPDATE work_order SET sample = true WHERE id = $1', [order['id']]);
    expect(await note()).toMatchObject({ begun: 0, ended: 1 });
  });

  test('the same as the lists of what waits have, for each who has one', async () => {
    await stage.orderIn('SUBMITTED');
    await stage.orderIn('RETURNED');
    await stage.delegation('SUBMITTED', 'JUSTICE');
    await stage.delegation('COMPLETED', 'JUSTICE');
    await note();
    const callers: Actor[] = [
      head,
      people.dispatcher,
      people.leader,
      people.clerk,
      { subject: 'o', role: 'DEPARTMENT_OFFICER', department: 'JUSTICE' },
    ];
    let told = 0;
    for (const caller of callers) {
      const list = await stage.read('{ dayu { toDo(first: 500) { items { id } } } }', {}, caller);
      const waiting = (await messages(caller))
        .filter(({ kind }) => kind === 'WAITING')
        .map(({ rowId }) => String(rowId));
      expect(waiting.toSorted()).toEqual(list['toDo'].items.map(({ id }: Row) => String(id)).toSorted());
      told += waiting.length;
    }
    expect(told).toBeGreaterThan(3);
  });

  test('and is unread until each reader has marked it for themselves', async () => {
    const order = await stage.order();
    await stage.order();
    await note();
    const colleague: Actor = { ...head, subject: 'deputy-of-health' };
    const [latest, first] = await messages(head);
    const mark = (id: unknown, as: Actor) =>
      stage.run('markMessageRead', { messageId: id }, as, 'messageReading { id messageId reader createdAt }');
    const unread = async (as: Actor): Promise<readonly unknown[]> => {
      const read = await stage.read(
        '{ dayu { unreadMessages messages(unread: true) { id readAt } } }',
        {},
        as,
      );
      expect(read['unreadMessages']).toBe(read['messages'].length);
      return read['messages'].map(({ id }: Row) => id);
    };
    expect(await unread(head)).toEqual([latest?.['id'], first?.['id']]);
    const marked = await mark(first?.['id'], head);
    expect(marked.errors).toEqual([]);
    expect(await unread(head)).toEqual([latest?.['id']]);
    expect(await unread(colleague)).toEqual([latest?.['id'], first?.['id']]);
    const read = await stage.read('{ dayu { messages { id readAt } } }', {}, head);
    expect(read['messages'].map(({ readAt }: Row) => readAt)).toEqual([null, '2026-03-09T02:00:00.000Z']);
    // Once more is not another time.
    expect(await mark(first?.['id'], head)).toEqual(marked);
    expect(await stage.dayu.store.query('SELECT reader FROM message_reading')).toEqual([
      { reader: head.subject },
    ]);
    const list = '{ dayu { messageReadings { nodes { messageId reader } } } }';
    expect((await stage.read(list, {}, head))['messageReadings'].nodes).toEqual([
      { messageId: first?.['id'], reader: head.subject },
    ]);
    expect((await stage.read(list, {}, colleague))['messageReadings'].nodes).toEqual([]);
    // What has ended is unread no more.
    await stage.must('acceptWorkOrder', { workOrderId: order['id'] }, head);
    await stage.must('cancelWorkOrder', { workOrderId: order['id'], reason: '重复' });
    await note();
    expect(await unread(colleague)).toHaveLength(1);
  });

  test('and marked by none to whom it is not addressed', async () => {
    await stage.order();
    await note();
    const [message] = await messages(head);
    const mark = async (id: unknown, as: Actor) => {
      const { errors } = await stage.run('markMessageRead', { messageId: id }, as, 'messageReading { id }');
      return errors[0]?.extensions;
    };
    const refused = { code: 'FORBIDDEN' };
    for (const other of [
      centerHead('DAYU', 'CIVIL_AFFAIRS'),
      centerHead('CHENGZI', 'HEALTH'),
      people.leader,
      people.dispatcher,
      people.auditor,
    ]) {
      expect(await mark(message?.['id'], other)).toMatchObject(refused);
    }
    // Of the same center, in another role.
    const unknown = { code: 'NOT_FOUND', field: 'input.messageId' };
    expect(await mark(message?.['id'], centerStaff('DAYU', 'HEALTH'))).toMatchObject(unknown);
    expect(await mark(randomUUID(), head)).toMatchObject(unknown);
    expect(await stage.dayu.store.query('SELECT id FROM message_reading')).toEqual([]);
  });

  test('a caller without a token is refused', async () => {
    for (const field of ['messages { id }', 'unreadMessages']) {
      const { errors } = await stage.dayu.ask(`{ dayu { ${field} } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    }
  });
});

/** A receiver that takes each id once, and behaves as it is told. */
class Receiver {
  readonly seen: string[] = [];
  readonly taken = new Map<string, Row>();
  readonly wrong: string[] = [];
  behave: (response: ServerResponse) => void = (response) => void response.writeHead(204).end();
  #server: Server | undefined;
  port = 0;

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.#take(request, response));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(undefined));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const id = String(request.headers['idempotency-key']);
    this.seen.push(id);
    const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
    if (request.headers['x-mtg-signature'] !== signature) this.wrong.push(id);
    this.taken.set(id, JSON.parse(body.toString()));
    this.behave(response);
  }
}

describe('a webhook takes each message once', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = new Receiver();
    await receiver.start();
    await stage.order();
    await note();
  });
  afterEach(() => receiver.stop());

  const deliver = () =>
    deliverMessages(context(), { url: `http://127.0.0.1:${receiver.port}/messages`, secret: SECRET }, 300);
  const later = (seconds: number) =>
    stage.setTime(new Date(stage.clock.now().getTime() + seconds * 1000).toISOString());

  test('signed, with its id, and not again', async () => {
    expect(await deliver()).toBe(1);
    later(86_400);
    expect(await deliver()).toBe(0);
    const [message] = await messages(head);
    expect([...receiver.taken]).toMatchObject([
      [
        message?.['id'],
        {
          id: message?.['id'],
          street: 'DAYU',
          role: 'CENTER_HEAD',
          place: 'HEALTH',
          command: 'acceptWorkOrder',
        },
      ],
    ]);
    expect(receiver.seen).toHaveLength(1);
    expect(receiver.wrong).toEqual([]);
    expect(message?.['deliveredAt']).toBe('2026-03-09T02:00:00.000Z');
  });

  test('after growing pauses, while it refuses, hangs, cuts the answer off or is down', async () => {
    const ways: ((response: ServerResponse) => void)[] = [
      (response) => void response.writeHead(500).end(),
      () => undefined,
      // Taken, and the answer is lost: as when the sender is killed before it notes it.
      (response) => response.destroy(),
    ];
    let pause = 10;
    for (const way of ways) {
      receiver.behave = way;
      expect(await deliver()).toBe(0);
      later(pause - 1);
      expect(await deliver()).toBe(0);
      later(1);
      pause *= 2;
    }
    expect(receiver.seen).toHaveLength(3);
    await receiver.stop();
    expect(await deliver()).toBe(0);
    later(pause);
    receiver.behave = (response) => void response.writeHead(200).end();
    await receiver.start();
    expect(await deliver()).toBe(1);
    later(86_400);
    expect(await deliver()).toBe(0);
    expect(receiver.seen).toHaveLength(4);
    expect(receiver.taken.size).toBe(1);
    expect(warnings.length).toBeGreaterThan(0);
  });

  test('although the process that sends it is killed, once before and once after the receiver has it', async () => {
    const spawned = (): ChildProcess =>
      spawn(process.execPath, [
        join(ROOT, 'tests/support/messages/deliver.cjs'),
        stage.dayu.store.runtimeUrl,
        `http://127.0.0.1:${receiver.port}/messages`,
        SECRET,
        stage.clock.now().toISOString(),
      ]);
    const killedWhen = async (isTime: (child: ChildProcess) => Promise<unknown>): Promise<void> => {
      const child = spawned();
      const ended = once(child, 'exit');
      await isTime(child);
      child.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
    };
    // Nothing has arrived: the receiver is away, and the process waits for it when it is killed.
    const silent = createTcpServer(() => undefined);
    await receiver.stop();
    silent.listen(receiver.port, '127.0.0.1');
    await once(silent, 'listening');
    const sockets: Socket[] = [];
    silent.on('connection', (socket) => sockets.push(socket));
    await killedWhen(() => once(silent, 'connection'));
    for (const socket of sockets) socket.destroy();
    silent.close();
    await once(silent, 'close');
    await receiver.start();
    later(10);
    // The receiver has taken it, and the process dies before it has the answer.
    const arrived = new Promise<void>((resolve) => {
      receiver.behave = () => resolve();
    });
    await killedWhen(() => arrived);
    const [before] = await messages(head);
    expect(before?.['deliveredAt']).toBeNull();
    receiver.behave = (response) => void response.writeHead(204).end();
    later(20);
    expect(await deliver()).toBe(1);
    later(86_400);
    expect(await deliver()).toBe(0);
    expect(receiver.seen).toEqual([before?.['id'], before?.['id']]);
    expect(receiver.taken.size).toBe(1);
  });

  test('by two processes at once, and not what no longer waits', async () => {
    await stage.order();
    await note();
    const sent = await Promise.all([deliver(), deliver(), deliver()]);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(receiver.seen).toHaveLength(2);
    const cancelled = await stage.order();
    await note();
    await stage.must('cancelWorkOrder', { workOrderId: cancelled['id'], reason: '重复' });
    await note();
    expect(await deliver()).toBe(0);
  });

  test('without a secret it is not signed', async () => {
    await deliverMessages(context(), { url: `http://127.0.0.1:${receiver.port}/`, secret: undefined });
    expect(receiver.wrong).toHaveLength(1);
    expect(receiver.taken.size).toBe(1);
  });
});
