import { reasonToCopy, type FoundSource, type KnownSource } from './reason-to-copy';

const known: KnownSource = {
  systemId: '1',
  startId: 'a',
  signature: 's',
  applied: '0/100',
  copyWanted: false,
};
const found: FoundSource = {
  systemId: '1',
  start: { id: 'a', position: 0x10n },
  signature: 's',
  slot: { usable: true, confirmed: 0x100n },
  position: 0x200n,
};

test.each<[string, Partial<KnownSource>, Partial<FoundSource>, string | undefined]>([
  ['nothing has changed', {}, {}, undefined],
  ['the program has started again', {}, { start: { id: 'b', position: 0x150n } }, undefined],
  ['the source has written nothing since', {}, { position: 0x100n }, undefined],
  ['there is no copy', { applied: null }, {}, 'FIRST'],
  ['it is asked for', { copyWanted: true }, {}, 'WANTED'],
  ['the cluster is another', {}, { systemId: '2' }, 'OTHER_DATABASE'],
  ['the shared columns are others', {}, { signature: 't' }, 'OTHER_TABLES'],
  ['the slot is gone', {}, { slot: undefined }, 'SLOT_GONE'],
  ['the slot has lost its log', {}, { slot: { usable: false, confirmed: 0x100n } }, 'LOG_GONE'],
  ['the slot was made again since', {}, { slot: { usable: true, confirmed: 0x101n } }, 'SLOT_AHEAD'],
  ['the log ends before what was written', {}, { position: 0xffn }, 'OLDER_COPY'],
  ['a start stands where another log was read', {}, { start: { id: 'b', position: 0x50n } }, 'OLDER_COPY'],
])('%s', (_, ofKnown, ofFound, reason) => {
  expect(reasonToCopy({ ...known, ...ofKnown }, { ...found, ...ofFound })).toBe(reason);
});
