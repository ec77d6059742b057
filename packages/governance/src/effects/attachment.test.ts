import { actAs, NOW } from '../../test-support/act';
import { attachedFile, fileNameProblem, withdrawnAttachment } from './attachment';

const act = actAs('CLERK');
const upload = {
  id: 'u',
  fileName: '纪要.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 3,
  sha256: 'a'.repeat(64),
};
const draft = { attachedTo: 'MINUTES', author: null, upload, isAttached: false } as const;

test('a file that the actor uploaded is attached, not scanned yet', () => {
  expect(attachedFile(act, draft)).toEqual({
    attachedTo: 'MINUTES',
    uploadId: 'u',
    fileName: '纪要.pdf',
    mediaType: 'application/pdf',
    sizeBytes: 3,
    sha256: 'a'.repeat(64),
    uploadedBy: act.actor.subject,
    scanState: 'UNSCANNED',
    scannedAt: null,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawalReason: null,
  });
  expect(attachedFile(act, { ...draft, author: act.actor.subject })).toMatchObject({ uploadId: 'u' });
});

test.each([
  ['a record of another author', { author: 'other' }, 'input.attachedTo.id'],
  ['an upload that is attached', { isAttached: true }, 'input.uploadId'],
])('%s is refused', (_, more, field) => {
  expect(() => attachedFile(act, { ...draft, ...more })).toThrow(field);
});

test('a file is withdrawn once, with who, when and why', () => {
  const row = { version: 2, fileName: '纪要.pdf', withdrawnAt: null };
  expect(withdrawnAttachment(act, row, '传错')).toEqual({
    withdrawnAt: NOW,
    withdrawnBy: act.actor.subject,
    withdrawalReason: '传错',
  });
  expect(() => withdrawnAttachment(act, { ...row, withdrawnAt: NOW }, '传错')).toThrow('state ');
});

test.each(['报告.pdf', '大峪街道 2026年第1期（定稿）.docx', "it's.txt", 'a..b.csv'])(
  '%j is a file name',
  (name) => {
    expect(fileNameProblem('name', name)).toBeUndefined();
  },
);

test.each([
  '',
  ' ',
  '../../etc/passwd',
  '..',
  '.bashrc',
  'C:\\boot.ini',
  'a/b.pdf',
  'a\0.pdf',
  'a\r\nset-cookie: x.pdf',
  '报告\u202Efdp.exe',
  'report.pdf.',
  'report.pdf ',
  'x'.repeat(151),
])('%j is no file name', (name) => {
  expect(fileNameProblem('name', name)).toMatchObject({ field: 'name' });
});
