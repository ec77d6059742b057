import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from '../../support/platform';
import { ROOT } from '../../support/project';
import { run } from './run';

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

/** The commands that the page gives with a token, one after another, and the answers that it shows of them. */
function commandsOf(file: string): { commands: string; answers: unknown[] } {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const blocks = [...text.matchAll(/```sh\n(.*?)```(?:\s*```json\n(.*?)```)?/gs)].filter(([, commands]) =>
    commands?.includes('$TOKEN'),
  );
  return {
    commands: blocks.map(([, commands = '']) => commands).join('echo\n'),
    answers: blocks.flatMap(([, , answer]) => (answer === undefined ? [] : [JSON.parse(answer)])),
  };
}

interface ReadmeAnswer {
  readonly streets?: readonly { readonly code: string }[];
}

/** A page shows the streets that there were when it was written; it need not grow with each new one. */
const isShownIn =
  ({ streets = [] }: ReadmeAnswer) =>
  ({ code }: { readonly code: string }): boolean =>
    streets.some((shown) => shown.code === code);

const english = questionsOf('README.md');

/** The examples of the README, against a platform without earlier requests. */
export function answersAsTheReadmeShows(started: () => Platform): void {
  test('both editions ask the same questions', () => {
    expect(english.length).toBeGreaterThanOrEqual(5);
    expect(questionsOf('README.zh-CN.md')).toEqual(english);
    expect(commandsOf('README.zh-CN.md')).toEqual(commandsOf('README.md'));
  });

  test.each(english)('question $#', async ({ question, answer }) => {
    const shown = JSON.parse(answer) as ReadmeAnswer;
    const { data, errors } = (await started().ask(question)) as { data: ReadmeAnswer; errors?: unknown };
    expect({
      data: { ...data, ...(shown.streets && { streets: data.streets?.filter(isShownIn(shown)) }) },
      errors,
    }).toEqual({ data: shown });
  });

  test('commands and what they answer', async () => {
    const { commands, answers } = commandsOf('README.md');
    const { code, stdout } = await run(
      'bash',
      ['-c', commands.replaceAll('http://127.0.0.1:4000/graphql', started().gatewayUrl)],
      { MTG_DATA_DIR: started().dataDirectory },
    );
    expect(code).toBe(0);
    const [command, trace, overdue] = stdout.split('\n').map((line): unknown => JSON.parse(line));
    expect([command]).toEqual(answers);
    expect(trace).toEqual({ data: { dayu: { workOrders: { nodes: [] } } } });
    expect(overdue).toEqual({
      data: { dayu: { workOrders: { totalCount: 0, pageInfo: { endCursor: null }, nodes: [] } } },
    });
  });
}
