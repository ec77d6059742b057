import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findStreet, STREETS, FEDERATED } from '@mtg/subgraphs';
import { COMMUNITIES } from '../../support/communities';
import type { Answer, Platform } from '../../support/platform';
import { eventually, eventuallyHolds } from '../../support/wait';

const QUESTION = '{ streets { code name communities { code } } }';
const REVIVAL_LIMIT_MS = 60_000;

interface StreetAnswer {
  readonly code: string;
  readonly name: string;
  readonly communities: readonly unknown[] | null;
}
const streetsOf = (answer: Answer): readonly StreetAnswer[] => answer.data?.['streets'] ?? [];

const kill = (pid: number | undefined, signal: NodeJS.Signals): void => {
  if (pid === undefined) throw new Error('this part has no process');
  process.kill(pid, signal);
};

/** All other streets whole, the missing one known by name, the error naming it and nothing of its insides. */
function expectOnlyMissing(answer: Answer, missing: string): void {
  const streets = streetsOf(answer);
  expect(streets.map(({ code }) => code)).toEqual(STREETS.map(({ code }) => code));
  for (const { code, name, communities } of streets) {
    expect(name).toBe(findStreet(code)?.title);
    expect({ code, communities: communities?.length ?? null }).toEqual({
      code,
      communities: code === missing ? null : COMMUNITIES[code],
    });
  }
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', street: missing });
  expect(JSON.stringify(answer.errors)).not.toMatch(
    /127\.0\.0\.1|localhost|ECONN|https?:|stack|SELECT|node_modules/i,
  );
}

/** Answers of the district while a part is killed, stopped or without its database, and after it came back. */
export function survivesFailures(started: () => Platform): void {
  async function expectWholeAgain(): Promise<void> {
    const isWhole = async (): Promise<boolean> => {
      const answer = await started().ask(QUESTION);
      return (
        answer.errors === undefined && streetsOf(answer).every(({ communities }) => communities !== null)
      );
    };
    await eventually('all streets answer', isWhole, REVIVAL_LIMIT_MS, 200);
    for (const { code, communities } of streetsOf(await started().ask(QUESTION))) {
      expect(communities).toHaveLength(COMMUNITIES[code] ?? -1);
    }
  }

  describe.each(STREETS.map(({ name, code }) => ({ name, code })))('$code', ({ name, code }) => {
    afterEach(expectWholeAgain);

    test('killed: the others are complete; the launcher reports it and revives it', async () => {
      const before = started().part(name).pid;
      kill(before, 'SIGKILL');
      expectOnlyMissing(await started().ask(QUESTION), code);
      const isRevived = (): boolean => {
        const now = started().part(name).pid;
        return now !== undefined && now !== before;
      };
      await eventually('it has a new process', isRevived, REVIVAL_LIMIT_MS);
    });
  });

  test('a street that hangs costs its timeout and no other street', async () => {
    const { pid } = started().part('chengzi');
    kill(pid, 'SIGSTOP');
    try {
      expectOnlyMissing(await started().ask(QUESTION), 'CHENGZI');
    } finally {
      kill(pid, 'SIGCONT');
    }
    await expectWholeAgain();
  });

  test('a street whose PostgreSQL is killed is a street that does not answer, until it is back', async () => {
    const pidFile = join(started().dataDirectory, 'datai', 'data', 'postmaster.pid');
    const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    kill(postmaster, 'SIGKILL');
    let answer: Answer = {};
    const isMissing = async (): Promise<boolean> => {
      answer = await started().ask(QUESTION);
      return answer.errors !== undefined;
    };
    await eventually('the street is missing', isMissing, 20_000);
    expectOnlyMissing(answer, 'DATAI');
    await expectWholeAgain();
  });

  test('with the district down each street still answers for itself', async () => {
    const { pid } = started().part('district');
    kill(pid, 'SIGSTOP');
    try {
      const answer = await started().ask(
        '{ dayu { name communities { code } } district { name } streets { code } }',
      );
      expect(answer.data).toMatchObject({ dayu: { name: '大峪街道' }, district: null, streets: null });
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        code: 'SUBGRAPH_UNAVAILABLE',
        subgraph: 'district',
      });
    } finally {
      kill(pid, 'SIGCONT');
    }
    await expectWholeAgain();
  });
}

/** On a platform whose audit chains are intact: a district that has seen another one says that it is degraded. */
export function namesWhatIsNotReady(started: () => Platform): void {
  test('/readyz is 503 and names the part that does not answer', async () => {
    const ready = `${new URL(started().gatewayUrl).origin}/readyz`;
    const { pid } = started().part('datai');
    kill(pid, 'SIGSTOP');
    try {
      // On a busy machine others may answer too late as well.
      await eventuallyHolds(async () => {
        const response = await fetch(ready);
        expect(response.status).toBe(503);
        expect(((await response.json()) as { parts: unknown }).parts).toEqual(
          Object.fromEntries(FEDERATED.map(({ name }) => [name, name === 'datai' ? 'unavailable' : 'ready'])),
        );
      });
    } finally {
      kill(pid, 'SIGCONT');
    }
    await eventually('all parts are ready again', async () => (await fetch(ready)).ok, REVIVAL_LIMIT_MS, 200);
  });
}
