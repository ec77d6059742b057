import type { DataSource } from 'typeorm';
import { listReference } from './list';
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
