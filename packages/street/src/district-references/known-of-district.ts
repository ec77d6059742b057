import { z } from 'zod';
import { KnownCodes } from './known-codes';

const named = z.array(z.object({ code: z.string(), name: z.string() }));
const departments = z.object({ data: z.object({ district: z.object({ departments: named }) }) });
const baseTasks = z.object({
  data: z.object({ district: z.object({ baseTasks: z.object({ tasks: named }) }) }),
});

/** The departments and the base tasks of a district. */
interface Known {
  readonly departments: KnownCodes<z.infer<typeof departments>>;
  readonly baseTasks: KnownCodes<z.infer<typeof baseTasks>>;
}

/** One for each district, for as long as the process lives: what it knows is worth keeping. */
const known = new Map<string | undefined, Known>();

/** @param url of the district's GraphQL; undefined where the street is deployed without one */
export function knownAt(url: string | undefined): Known {
  const found = known.get(url) ?? {
    departments: new KnownCodes(url, {
      query: '{ district { departments { code name } } }',
      shape: departments,
      namesIn: ({ data }) => data.district.departments.map(({ code, name }) => [code, name] as const),
    }),
    baseTasks: new KnownCodes(url, {
      query: '{ district { baseTasks { tasks { code name } } } }',
      shape: baseTasks,
      namesIn: ({ data }) => data.district.baseTasks.tasks.map(({ code, name }) => [code, name] as const),
    }),
  };
  known.set(url, found);
  return found;
}
