import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { people } from '../../../../tests/support/dispatch';
import { fileStreet, type FileStreet } from '../../../../tests/support/files/file-street';
import { sha256Of } from '../../../../tests/support/files/samples';
import { MtgHost, runMtg, type MtgOptions } from '../../../../tests/support/mtg';

const host = new MtgHost();
let street: FileStreet;
beforeAll(async () => {
  street = await fileStreet();
});
afterAll(async () => {
  await host.stop();
  await street.close();
});

const options = (folder = street.folder): MtgOptions => ({
  environment: { DATABASE_OWNER_URL: street.dayu.store.url, ATTACHMENTS_STORE: folder },
});
const compare = (...given: readonly string[]) => host.run(options(), 'files', '--street', 'DAYU', ...given);
const placeOf = (sha256: string): string => join(street.folder, 'files', sha256.slice(0, 2), sha256);

async function attach(name: string, words: string): Promise<string> {
  const item = await street.minutesItem('JOINT', 'ISSUED');
  const [row] = await street.dayu.database.query('SELECT minutes_id FROM minutes_item WHERE id = $1', [item]);
  const content = Buffer.from(`%PDF-1.7 ${words}`);
  await street.attach(name, content, { kind: 'MINUTES', id: String(row.minutes_id) });
  return sha256Of(content);
}

test('rows and stored files that agree are said to, uploads that wait included', async () => {
  await attach('纪要.pdf', 'one');
  expect((await street.upload('b.pdf', Buffer.from('%PDF-1.7 waits'), people.clerk)).status).toBe(201);
  const { code, output, errors } = await compare();
  expect([code, output]).toEqual([
    0,
    '大峪街道: 1 个已核对 · compared; 0 个缺失 · missing; 0 个有改动 · altered; 0 个多余 · left over\n',
  ]);
  expect(errors).toContain('1 / 1 个文件 · files');
});

test('what is missing, altered or left over is named, and nothing is changed', async () => {
  const [lost, changed] = [await attach('丢失.pdf', 'lost'), await attach('改动.pdf', 'changed')];
  const stray = sha256Of(Buffer.from('stray'));
  rmSync(placeOf(lost));
  writeFileSync(placeOf(changed), '%PDF-1.7 other');
  mkdirSync(dirname(placeOf(stray)), { recursive: true });
  writeFileSync(placeOf(stray), 'stray');
  const { code, output } = await runMtg(options(), 'files', '--street', 'dayu');
  expect(code).toBe(65);
  expect(output.split('\n')).toEqual([
    `缺失 · missing: 丢失.pdf ${lost}`,
    `有改动 · altered: 改动.pdf ${changed}`,
    `多余 · left over: ${stray}`,
    '大峪街道: 3 个已核对 · compared; 1 个缺失 · missing; 1 个有改动 · altered; 1 个多余 · left over',
    '',
  ]);
  expect((await compare()).output).toBe(output);
});

test('a folder that is not there, and a street that is not, are told with the next action', async () => {
  const away = await host.run(options(join(street.folder, 'away')), 'files', '--street', 'DAYU');
  expect([away.code, away.errors]).toEqual([66, expect.stringContaining('Set ATTACHMENTS_STORE')]);
  expect((await host.run(options(), 'files', '--street', 'atlantis')).code).toBe(2);
});
