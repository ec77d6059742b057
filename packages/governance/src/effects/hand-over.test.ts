import { actAs } from '../../test-support/act';
import { handedOver, ordersHandedOver, planHandedOver, requireNotHandedOver } from './hand-over';
import type { Holding } from './people';

const dispatcher = actAs('DISPATCHER');
const wang = { id: 'w', name: '王敏', subject: 'wang', since: '2026-01-05' };
const li = { id: 'l', name: '李强', subject: 'li', since: '2026-01-05' };
const post = (personId: string, personName: string, more: Partial<Holding> = {}): Holding => ({
  id: `post of ${personId}`,
  version: 1,
  personId,
  personName,
  kind: 'STAFF',
  centerCode: 'HEALTH',
  postCode: null,
  since: '2026-01-05',
  until: null,
  actingForId: null,
  cancelledAt: null,
  ...more,
});
const holdings = [post('w', '王敏', { until: '2026-11-13' }), post('l', '李强')];
const draft = { from: wang, to: li, centerCode: 'HEALTH', holdings };

test('who has left hands over to a person who holds a post in the center now', () => {
  const row = { fromPersonId: 'w', toPersonId: 'l', centerCode: 'HEALTH', handedOverOn: '2026-11-18' };
  expect(handedOver(dispatcher, draft)).toEqual(row);
  const acting = post('l', '李强', { actingForId: 'x' });
  expect(handedOver(dispatcher, { ...draft, holdings: [post('w', '王敏'), acting] })).toEqual(row);
});

test.each<[string, readonly Holding[], string]>([
  [
    'to a person whose post has ended',
    [post('w', '王敏'), post('l', '李强', { until: '2026-11-17' })],
    'toPersonId',
  ],
  [
    'to a person whose post was recorded wrongly',
    [post('w', '王敏'), post('l', '李强', { cancelledAt: new Date() })],
    'toPersonId',
  ],
  ['to a person of no post', [post('w', '王敏')], 'toPersonId'],
  ['by a person who was never there', [post('l', '李强')], 'fromPersonId'],
])('nothing is handed over %s', (_, given, field) => {
  expect(() => handedOver(dispatcher, { ...draft, holdings: given })).toThrow(`input.${field}`);
});

test('nothing is handed over to oneself', () => {
  expect(() => handedOver(dispatcher, { ...draft, to: wang, holdings: [post('w', '王敏')] })).toThrow(
    'input.toPersonId',
  );
});

describe('orders', () => {
  const order = {
    number: 'DAYU-1',
    version: 1,
    state: 'ACCEPTED',
    centerCode: 'HEALTH',
    responsiblePerson: '王敏',
    responsiblePersonId: null as string | null,
  } as const;
  const closed = { ...order, number: 'DAYU-2', state: 'CLOSED' } as const;
  const others = { ...order, number: 'DAYU-3', responsiblePerson: '赵一' } as const;
  const choose = (
    more: Partial<Parameters<typeof ordersHandedOver<typeof order | typeof closed | typeof others>>[1]> = {},
  ) => ordersHandedOver(dispatcher, { ...draft, named: null, orders: [order, closed, others], ...more });

  test('that are open and name the person go over', () => {
    expect(choose()).toEqual([order]);
    expect(choose({ named: [order] })).toEqual([order]);
    expect(choose({ named: [] })).toEqual([]);
  });

  test('are listed where a namesake works in the center', () => {
    const namesake = { holdings: [...holdings, post('v', '王敏')] };
    expect(() => choose(namesake)).toThrow(
      'input.workOrderIds: 该中心有几人名为王敏。请列出要移交的派单：DAYU-1',
    );
    expect(choose({ ...namesake, named: [order] })).toEqual([order]);
    expect(choose({ ...namesake, orders: [others] })).toEqual([]);
  });

  test('that name the person by the register go over without a list, and those of a namesake stay', () => {
    const registered = { ...order, number: 'DAYU-4', responsiblePersonId: 'w' } as const;
    const ofNamesake = { ...order, number: 'DAYU-5', responsiblePersonId: 'v' } as const;
    const namesake = { holdings: [...holdings, post('v', '王敏')] };
    const orders = [registered, ofNamesake];
    expect(ordersHandedOver(dispatcher, { ...draft, ...namesake, named: null, orders })).toEqual([
      registered,
    ]);
    expect(() =>
      ordersHandedOver(dispatcher, { ...draft, ...namesake, named: [ofNamesake], orders: [] }),
    ).toThrow('input.workOrderIds.0');
  });

  test('that are closed, of another person or of another center are refused', () => {
    expect(() => choose({ named: [closed] })).toThrow('state : 派单 DAYU-2');
    expect(() => choose({ named: [order, others] })).toThrow('input.workOrderIds.1');
    expect(() => choose({ centerCode: 'CIVIL_AFFAIRS', named: [order] })).toThrow('input.workOrderIds.0');
  });
});

test('a visit plan keeps day, places and the other people', () => {
  const plan = {
    centerCode: 'HEALTH',
    communityCodes: ['110109001001'],
    day: '2026-11-20',
    people: ['zhao', 'wang'],
    route: '东边',
    actions: '走访',
  };
  expect(planHandedOver(dispatcher, plan, wang, li)).toEqual({
    ...plan,
    importedAt: null,
    people: ['zhao', 'li'],
  });
  const both = { ...plan, people: ['li', 'wang'] };
  expect(planHandedOver(dispatcher, both, wang, li)).toEqual({ ...plan, importedAt: null, people: ['li'] });
});

test('a plan that was handed over is cited no more', () => {
  requireNotHandedOver(dispatcher, { version: 1 }, undefined);
  expect(() => requireNotHandedOver(dispatcher, { version: 1 }, 'next')).toThrow(
    'state planId: 该计划已移交',
  );
});
