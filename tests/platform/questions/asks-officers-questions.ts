import { readdirSync } from 'node:fs';
import type { Platform } from '../../support/platform';
import { peopleOf } from '../../support/actors';
import { eventuallyHolds } from '../../support/wait';
import { meetingQuestions } from './meetings';
import { orderQuestions } from './orders';
import { peopleQuestions } from './people';
import { progressQuestions } from './progress';
import { databasesOf, documentOf, FOLDER, type Question } from './question';

const { leader } = peopleOf('DAYU');

const QUESTIONS: readonly Question[] = [
  ...meetingQuestions,
  ...orderQuestions,
  ...peopleQuestions,
  ...progressQuestions,
];

/** An answer of the shape that its question knows. */
interface Answered {
  readonly data: never;
  readonly errors?: unknown;
}

/** Each list of what is expected; one that is empty would try nothing. */
const listsOf = (expected: unknown): readonly (readonly unknown[])[] =>
  Array.isArray(expected) ? [expected] : Object.values(Object(expected)).filter(Array.isArray);

/** The documents of docs/examples/questions, one request to the gateway each, beside SQL over the databases of the streets. */
export function asksOfficersQuestions(started: () => Platform): void {
  test('each document is asked', () => {
    expect([...new Set(QUESTIONS.map(({ file }) => file))].toSorted()).toEqual(
      readdirSync(FOLDER).toSorted(),
    );
  });

  test('a leader who asks about all streets is answered about one', async () => {
    const file = '08-unvisited-communities.graphql';
    const { data, errors } = await started().ask(documentOf(file), { sample: true }, { as: leader });
    const { streets } = data as unknown as { streets: readonly { name: string; visitCoverage: unknown }[] };
    const answered = streets.filter(({ visitCoverage }) => visitCoverage !== null);
    expect(answered).toMatchObject([{ name: '大峪街道', visitCoverage: expect.any(Array) }]);
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(
      Array.from({ length: streets.length - 1 }, () => 'FORBIDDEN'),
    );
  });

  test.each(QUESTIONS)('$file as $as.role', async ({ file, as, variables, answer, expected }) => {
    const databases = databasesOf(started());
    const given = { sample: true, ...(await variables?.(databases)) };
    const known = await expected(databases);
    for (const list of listsOf(known)) expect(list).not.toEqual([]);
    // The checks over time and the warehouse follow the load by some seconds.
    await eventuallyHolds(async () => {
      const { data, errors } = (await started().ask(documentOf(file), given, { as })) as Answered;
      expect(errors).toBeUndefined();
      expect(answer(data)).toEqual(known);
    });
  });
}
