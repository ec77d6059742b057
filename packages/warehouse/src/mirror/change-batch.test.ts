import { ChangeBatch } from './change-batch';

const rows = (batch: ChangeBatch, table = 'work_order') => [...(batch.tables.get(table)?.rows ?? [])];

test('of several changes to a row the last one counts', () => {
  const batch = new ChangeBatch();
  batch.put('work_order', '1', ['1', 'a']);
  batch.put('work_order', '1', ['1', 'b']);
  batch.put('work_order', '2', ['2', 'c']);
  batch.remove('work_order', '2');
  expect(rows(batch)).toEqual([
    ['1', ['1', 'b']],
    ['2', null],
  ]);
});

test('a large value that is not sent is that of the change before', () => {
  const batch = new ChangeBatch();
  batch.put('work_order', '1', ['1', 'a', 'large']);
  batch.put('work_order', '1', ['1', 'b', undefined]);
  expect(rows(batch)).toEqual([['1', ['1', 'b', 'large']]]);
  batch.remove('work_order', '1');
  batch.put('work_order', '1', ['1', 'c', undefined]);
  expect(rows(batch)).toEqual([['1', ['1', 'c', undefined]]]);
});

test('an emptied table forgets the changes before, and has those after', () => {
  const batch = new ChangeBatch();
  batch.put('work_order', '1', ['1']);
  batch.empty('work_order');
  batch.put('work_order', '2', ['2']);
  expect(batch.tables.get('work_order')).toEqual({ emptied: true, rows: new Map([['2', ['2']]]) });
});
