import type { Problem } from '@mtg/service-kit';
import type { AskOwnSchema } from '@mtg/subgraph-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StreetIdentity } from './street-profile';

/** Field of a street that gives one row, with the fields that are asked of it. */
interface AskedRow {
  readonly field: string;
  readonly selection: string;
  readonly id: string;
}

/** The row as the request's reader reads it. A row with a part that is nulled for an error is none: it would look whole. */
export async function askRow(
  ask: AskOwnSchema,
  { name }: StreetIdentity,
  { field, selection, id }: AskedRow,
  [request, reply]: readonly [FastifyRequest, FastifyReply],
): Promise<{ readonly row: unknown; readonly problem?: Problem }> {
  const query = `query Row($id: UUID!) { street: ${name} { row: ${field}(id: $id) { ${selection} } } }`;
  const { data, errors } = await ask({ query, variables: { id } }, request, reply);
  const [error] = errors ?? [];
  if (error) {
    const { code, ...extensions } = error.extensions ?? {};
    return {
      row: null,
      problem: {
        code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
        message: error.message,
        extensions,
      },
    };
  }
  // The query above has this shape.
  const { street } = data as { readonly street: { readonly row: unknown } | null };
  return { row: street?.row ?? null };
}
