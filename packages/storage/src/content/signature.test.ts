import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLES, zipOf } from '../../../../tests/support/files/samples';
import { FILE_KIND_NAMES, FILE_KINDS, kindOf, type FileKindName } from './kinds';
import { signatureOf } from './signature';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinds-'));
});
afterAll(() => rm(folder, { recursive: true }));
const seen = async (content: Buffer) => {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return signatureOf(path);
};

test.each(Object.entries(SAMPLES))('%s is known by its content and its name', async (name, content) => {
  const kind = FILE_KINDS[name as FileKindName];
  expect(await seen(content)).toBe(kind.signature);
  expect(kindOf(`a.${name.toUpperCase()}`, kind.signature, FILE_KIND_NAMES)).toBe(kind);
  expect(kindOf('a.exe', kind.signature, FILE_KIND_NAMES)).toBeUndefined();
  expect(kindOf(`a.${name}`, kind.signature, [])).toBeUndefined();
});

test('a jpeg has two extensions', () => {
  expect(kindOf('a.jpeg', 'JPEG', FILE_KIND_NAMES)).toBe(FILE_KINDS.jpg);
});

test.each([
  ['GB 18030', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x0d, 0x0a])],
  ['UTF-8 with a mark', Buffer.from('\ufeff姓名\t电话\n')],
  ['a letter across two parts', Buffer.concat([Buffer.alloc(65_535, 'a'), Buffer.from('中')])],
  ['a sign that begins no tag', Buffer.from('< 3 人\n')],
])('text in %s is text', async (_, content) => {
  expect(await seen(content)).toBe('TEXT');
});

test.each<[string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['a program', Buffer.from('\x7fELF\x02')],
  ['a script of a shell with a bell', Buffer.from('#!/bin/sh\n\x07')],
  ['a page', Buffer.from('\n <!DOCTYPE html>')],
  ['a drawing that is a page', Buffer.from('<?xml version="1.0"?><svg/>')],
  ['bytes of no encoding', Buffer.from([0x61, 0xff, 0xff])],
  ['text that ends within a letter', Buffer.from([0x61, 0xe4])],
  ['an archive', zipOf('a.txt')],
  ['a document with macros', zipOf('word/document.xml', 'word/vbaProject.bin')],
  ['an archive that is cut off', zipOf('word/document.xml').subarray(0, 40)],
  ['an archive whose directory lies beyond its end', beyond()],
])('%s is none of them', async (_, content) => {
  expect(await seen(content)).toBeUndefined();
});

function beyond(): Buffer {
  const archive = zipOf('word/document.xml');
  archive.writeUInt32LE(0xffffff, archive.length - 6);
  return archive;
}
