import type { DataSource } from 'typeorm';
import { listReference, requireReference } from './list';
import { ReferenceRow } from './reference-row';

test.each(['0000-01-01T00:00:00Z', '1949-09-30T23:59:59Z', '2200-01-01T00:00:00Z'])(
  'rows that changed since %s are not looked for: no such time makes sense',
  async (time) => {
    const database = {} as DataSource;
    const filter = { updatedSince: new Date(time) };
    await expect(listReference(database, ReferenceRow as never, { filter })).rejects.toMatchObject({
      message: expect.stringMatching(/^filter\.updatedSince：须在 1949-10-01 至 2199-12-31 之间 · /),
      extensions: { code: 'BAD_USER_INPUT', field: 'filter.updatedSince' },
    });
  },
);

test.each([
  ['R99', '没有代码为“R99”的社区。请更正代码 · There is no community “R99”. Correct the code'],
  ['SECRET褚四', '没有代码为“…”的社区。请更正代码 · There is no community “…”. Correct the code'],
])('a code that no row has is named if it has the form of one: %s', async (code, message) => {
  const database = { getRepository: () => ({ findOneBy: async () => null }) } as unknown as DataSource;
  await expect(
    requireReference(database, ReferenceRow as never, code, { zh: '社区', en: 'community' }),
  ).rejects.toMatchObject({ message, extensions: { code: 'NOT_FOUND', argument: 'code' } });
});
