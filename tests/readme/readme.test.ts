import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPlatform, type Platform } from '../support/platform';
import { ROOT } from '../support/project';

/** The questions of a README: each GraphQL block and the JSON block after it, which is the answer. */
function questionsOf(file: string): { question: string; answer: string }[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/```graphql\n(.*?)```\s*```json\n(.*?)```/gs)].map(
    ([, question = '', answer = '']) => ({
      question,
      answer,
    }),
  );
}

const english = questionsOf('README.md');

test('both editions ask the same questions', () => {
  expect(english.length).toBeGreaterThanOrEqual(5);
  expect(questionsOf('README.zh-CN.md')).toEqual(english);
});

describe('on the started platform', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  }, 180_000);
  afterAll(async () => {
    await platform.stop();
  }, 60_000);

  test.each(english)('question $#', async ({ question, answer }) => {
    expect(await platform.ask(question)).toEqual({ data: JSON.parse(answer) });
  });
});
