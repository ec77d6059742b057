import type { PoolClient, QueryResult } from 'pg';
import type { QueryRunner } from 'typeorm';

/** A statement with its values. One with a name is parsed and planned once for each connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/**
 * Sends statements together and waits for all answers: one round trip to the server instead of one for each. Within a
 * transaction, what follows a statement that fails is not carried out.
 *
 * @param runner of a connection that no other statement is under way on
 * @returns the answers in the same order
 * @throws the error of the first statement that failed
 */
export async function inOneTrip(
  runner: QueryRunner,
  statements: readonly Statement[],
): Promise<readonly QueryResult[]> {
  // `pg` is the only driver here.
  const connection = (await runner.connect()) as PoolClient;
  // It takes this as an option of a connection and looks at it before each statement. It is on for these statements
  // only, since a connection that pipelines refuses COPY.
  Object.assign(connection, { pipeline: true });
  try {
    const answers = await Promise.allSettled(
      together(connection, () =>
        statements.map(({ values, ...statement }) =>
          connection.query({ ...statement, ...(values && { values: [...values] }) }),
        ),
      ),
    );
    return answers.map((answer) => {
      if (answer.status === 'rejected') throw answer.reason;
      return answer.value;
    });
  } finally {
    Object.assign(connection, { pipeline: false });
  }
}

/** Sends by one write to the socket what `send` sends. */
function together<T>({ connection: { stream } }: PoolClient, send: () => T): T {
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
