import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderQuestionsPage } from './questions-page';

const ROOT = join(__dirname, '..', '..', '..', '..');
const FOLDER = join('docs', 'examples', 'questions');

test.each(['zh', 'en'] as const)('each document stands in the page (%s), whole and in order', (language) => {
  const page = renderQuestionsPage(ROOT, language);
  const documents = [...page.matchAll(/```graphql\n(.*?)```/gs)].map(([, document]) => document);
  const files = readdirSync(join(ROOT, FOLDER)).toSorted();
  expect(files.length).toBeGreaterThan(5);
  expect(documents).toEqual(
    files.map((file) => readFileSync(join(ROOT, FOLDER, file), 'utf8').replace(/^(?:#.*\n)+/u, '')),
  );
});

test('each page is in its language, and leads to the other', () => {
  const [zh, en] = [renderQuestionsPage(ROOT, 'zh'), renderQuestionsPage(ROOT, 'en')];
  const headings = (page: string) => page.split('\n').filter((line) => line.startsWith('#'));
  expect(headings(en).join('')).not.toMatch(/\p{Script=Han}/u);
  for (const heading of headings(zh)) expect(heading).toMatch(/\p{Script=Han}/u);
  expect(zh).toContain('(questions.md)');
  expect(en).toContain('(questions.zh-CN.md)');
});

test('a document without a comment in both languages is refused by name', () => {
  const root = mkdtempSync(join(tmpdir(), 'questions-'));
  try {
    mkdirSync(join(root, FOLDER), { recursive: true });
    writeFileSync(join(root, FOLDER, '01-name.graphql'), '# Only English\nquery Name { streets { name } }\n');
    expect(() => renderQuestionsPage(root, 'en')).toThrow(/01-name\.graphql/u);
  } finally {
    rmSync(root, { recursive: true });
  }
});
