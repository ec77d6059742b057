import { findRule, isEnforced } from '@mtg/governance';
import { Client } from 'pg';
import { STREETS, FEDERATED } from '@mtg/subgraphs';
import { COMMUNITIES } from '../../support/communities';
import { ask, type Platform } from '../../support/platform';
import { eventuallyHolds } from '../../support/wait';

interface StreetAnswer {
  code: string;
  name: string;
  centers: { __typename: string; number: number | null; name: string }[];
  sections: { name: string }[];
  communities: { code: string; name: string }[];
  search: { name: string; matchedField: string; matchedText: string }[];
}

/** Questions to the platform as `npm start` brings it up: five databases, five subgraphs, the gateway. */
export function asksQuestions(started: () => Platform): void {
  /** The data of an answer that must have no errors. */
  async function data<T>(query: string, variables?: Record<string, unknown>): Promise<T> {
    const answer = await started().ask(query, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data as T;
  }

  test('one question of all streets gets one answer', async () => {
    const { streets } = await data<{ streets: StreetAnswer[] }>(
      '{ streets { code name centers { __typename number name } sections { name } communities { code name } } }',
    );
    expect(streets.map(({ name }) => name)).toEqual(STREETS.map(({ title }) => title));
    expect(streets.slice(0, 4).map(({ communities }) => communities.length)).toEqual([33, 20, 9, 9]);
    expect(streets.map(({ communities }) => communities.length)).toEqual(Object.values(COMMUNITIES));
    expect(streets.map(({ sections }) => sections.length)).toEqual(STREETS.map(() => 23));
    const functional = streets.flatMap(({ centers }) => centers.filter(({ number }) => number !== null));
    expect(functional).toHaveLength(STREETS.length * 7);
    const local = streets.flatMap(({ code, centers }) =>
      centers
        .filter(({ number }) => number === null)
        .map(({ __typename, name }) => ({ code, __typename, name })),
    );
    expect(local).toEqual([
      { code: 'DONGXINFANG', __typename: 'ShimenyingCenter', name: '石门营新区服务中心' },
    ]);
  });

  test('the totals of the federated answer are the sums of the streets’ databases', async () => {
    const { streets } = await data<{ streets: StreetAnswer[] }>(
      '{ streets { code centers { number } sections { name } communities { code } } }',
    );
    const count = async (table: string): Promise<number> => {
      const counts = await Promise.all(
        STREETS.map(async ({ name }) => {
          const client = new Client({ connectionString: started().part(name).databaseUrl });
          await client.connect();
          const { rows } = await client.query<{ count: string }>(
            `SELECT count(*) FROM ${table} WHERE deleted_at IS NULL`,
          );
          await client.end();
          return Number(rows[0]?.count);
        }),
      );
      return counts.reduce((sum, one) => sum + one, 0);
    };
    const total = (of: (street: StreetAnswer) => number) =>
      streets.reduce((sum, street) => sum + of(street), 0);
    expect(total(({ communities }) => communities.length)).toBe(await count('community'));
    expect(total(({ sections }) => sections.length)).toBe(await count('section'));
    expect(total(({ centers }) => centers.filter(({ number }) => number !== null).length)).toBe(
      await count('functional_center'),
    );
  });

  test('a search in every street finds 综合服务中心 by its alias', async () => {
    const { streets } = await data<{ streets: StreetAnswer[] }>(
      '{ streets { code search(text: "综合服务中心") { name matchedField matchedText } } }',
    );
    for (const { search } of streets) {
      expect(search).toEqual([
        { name: '街道事务综合管理中心', matchedField: 'aliases', matchedText: '街道事务综合服务中心' },
      ]);
    }
  });

  test('base tasks go from the street through the district and back', async () => {
    const { chengzi, district } = await data<{
      chengzi: {
        center: { baseTasks: { namedCount: number; tasks: { code: string; streets: unknown[] }[] } };
      };
      district: { baseTasks: Record<string, number> };
    }>(`{
      chengzi { center(type: HEALTH) { baseTasks { namedCount tasks { code streets { code center(type: HEALTH) { name } } } } } }
      district { baseTasks { declaredCount namedCount missingCount } }
    }`);
    expect(district.baseTasks).toEqual({ declaredCount: 32, namedCount: 14, missingCount: 18 });
    expect(chengzi.center.baseTasks.namedCount).toBe(2);
    expect(chengzi.center.baseTasks.tasks[0]).toEqual({
      code: 'BT-2-01',
      streets: STREETS.map(({ code }) => ({ code, center: { name: '街道健康服务中心' } })),
    });
  });

  test('东辛房 has its own center with fields of its own, by its own name and among the centers', async () => {
    const { street, dongxinfang } = await data<{
      street: never;
      dongxinfang: { centers: { id: string }[] };
    }>(`{
      street(code: "DONGXINFANG") {
        ... on DongxinfangStreet { shimenyingCenter { id name servedArea reason communities { name } source { line } } }
      }
      dongxinfang { centers { ... on ShimenyingCenter { id } } }
    }`);
    const { shimenyingCenter } = street as {
      shimenyingCenter: { id: string; communities: { name: string }[] };
    };
    expect(shimenyingCenter).toMatchObject({
      name: '石门营新区服务中心',
      servedArea: '石门营新区',
      source: { line: 108 },
    });
    expect(shimenyingCenter.communities).toHaveLength(6);
    expect(dongxinfang.centers.at(-1)).toEqual({ id: shimenyingCenter.id });
  });

  test('governance rules are data, and say what is enforced', async () => {
    const { governanceRules } = await data<{ governanceRules: { code: string; enforced: boolean }[] }>(
      '{ governanceRules { code name sentence english kinds enforced sources { line } } }',
    );
    expect(governanceRules.map(({ code }) => code)).toEqual(
      Array.from({ length: 34 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`),
    );
    for (const { code, enforced } of governanceRules) {
      const rule = findRule(code);
      expect({ code, enforced }).toEqual({ code, enforced: rule !== undefined && isEnforced(rule) });
    }
  });

  describe('an id of another street', () => {
    test('is refused with field and correction, not answered with this street’s rows', async () => {
      const answer = await started().ask('{ dayu { community(code: "110109002001") { name } } }');
      expect(answer.data).toEqual({ dayu: { community: null } });
      expect(answer.errors?.[0]).toMatchObject({
        message: expect.stringContaining('110109001'),
        extensions: { code: 'BAD_USER_INPUT', street: 'DAYU', field: 'code' },
      });
    });

    test('sent to a subgraph as an entity reference is refused, the others of the batch are not', async () => {
      const answer = await ask(
        started().part('dayu').url,
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on DayuStreet { code communities { code } } } }',
        {
          r: [
            { __typename: 'DayuStreet', code: 'CHENGZI' },
            { __typename: 'DayuStreet', code: 'DAYU' },
          ],
        },
      );
      const entities = answer.data?.['_entities'] as unknown as ({
        code: string;
        communities: unknown[];
      } | null)[];
      expect(entities[0]).toBeNull();
      expect(entities[1]?.communities).toHaveLength(33);
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    });

    test.each([
      '{ dayu { community(code: "SECRET褚四") { name } } }',
      '{ street(code: "SECRET褚四") { name } }',
      '{ governanceRule(code: "SECRET褚四") { name } }',
    ])('is not repeated where it has not the form of one: %s', async (query) => {
      const answer = await started().ask(query);
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors?.[0]?.message).toContain('“…”');
      expect(JSON.stringify(answer)).not.toContain('褚四');
    });

    test('unknown to the district is NOT_FOUND and names the streets there are', async () => {
      const answer = await started().ask('{ street(code: "MENTOUGOU") { name } }');
      expect(answer.data).toEqual({ street: null });
      expect(answer.errors?.[0]).toMatchObject({
        message: expect.stringContaining(STREETS.map(({ code }) => code).join(', ')),
        extensions: { code: 'NOT_FOUND' },
      });
    });
  });

  test('every part is named by /readyz, and /healthz answers', async () => {
    const origin = new URL(started().gatewayUrl).origin;
    // The insight program is degraded until it has copied its sources.
    await eventuallyHolds(async () => {
      const ready = await fetch(`${origin}/readyz`);
      expect(ready.status).toBe(200);
      const { parts } = (await ready.json()) as { parts: Record<string, string> };
      expect(parts).toEqual(Object.fromEntries(FEDERATED.map(({ name }) => [name, 'ready'])));
    });
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });
}
