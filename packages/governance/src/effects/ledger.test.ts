import { actAs } from '../../test-support/act';
import { amendedEntry, enteredIntoLedger, verifiedEntry } from './ledger';

const head = actAs('CENTER_HEAD');
const DRAFT = { text: '卫生服务站一处', count: 1, source: '社区走访', verifiedOn: '2026-11-18' };
const verifiedBy = head.actor.subject;
const verifiedAt = head.now;

test('a statement is entered as verified by the one who enters it', () => {
  expect(enteredIntoLedger(head, DRAFT)).toEqual({ ...DRAFT, verifiedAt, verifiedBy, amendedAt: null });
});

test('an entry is verified again, and amended by another', () => {
  const entry = { verifiedOn: '2026-11-17' };
  expect(verifiedEntry(head, entry, '2026-11-18')).toEqual({
    verifiedOn: '2026-11-18',
    verifiedAt,
    verifiedBy,
  });
  expect(amendedEntry(head, entry, DRAFT)).toEqual({
    entered: enteredIntoLedger(head, DRAFT),
    amended: { amendedAt: head.now },
  });
});

test('what R27 asks for is required', () => {
  const entry = { verifiedOn: '2026-11-18' };
  expect(() => enteredIntoLedger(head, { ...DRAFT, source: null })).toThrow('R27 source');
  expect(() => verifiedEntry(head, entry, '2026-11-17')).toThrow('R27 verifiedOn');
  expect(() => amendedEntry(head, entry, { ...DRAFT, verifiedOn: '2026-11-17' })).toThrow('R27 verifiedOn');
});
