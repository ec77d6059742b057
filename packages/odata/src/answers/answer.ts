import { endWhenStalled, freshnessHeaders, goneSignal, openSnapshot, type Snapshot } from '@mtg/bi-doors';
import type { Dataset } from '@mtg/datasets';
import type { FastifyReply } from 'fastify';
import { jsonType } from '../request/format';
import { conditionOf, type Asked } from '../request/asked';
import { appliedHeaders, type Applied } from '../request/preferences';
import { compressed } from './compressed';

/** Times are those of the district, in which the functions of dates work too. */
const SETTINGS = `SET LOCAL TIME ZONE '<+08>-08'`;

/** A body, whole or written bit by bit. */
export interface Answer extends Applied {
  readonly body: string | AsyncGenerator<string>;
  readonly type?: string;
}

/**
 * Reads an answer from one state of the warehouse and sends it. What is written bit by bit is read no faster than the client
 * takes it, and reading ends with the client.
 *
 * @throws what `make` throws, and what its first bit does, as long as nothing was sent
 */
export async function answerFrom(
  { doors, reader, options, format, preferences }: Asked,
  dataset: Dataset,
  reply: FastifyReply,
  make: (snapshot: Snapshot) => Promise<Answer>,
): Promise<FastifyReply> {
  const snapshot = await openSnapshot(doors, reader, dataset, {
    gone: goneSignal(reply),
    strict: options.strict,
    // With groups it chooses among these.
    filter: options.given.has('apply') ? undefined : conditionOf(options),
  });
  const { end } = snapshot;
  try {
    await snapshot.client.query(SETTINGS);
    const { body, type = jsonType(format), ...applied } = await make(snapshot);
    const first = typeof body === 'string' ? body : (await body.next()).value;
    reply.header('content-type', type).headers(freshnessHeaders(snapshot.freshness));
    reply.headers(appliedHeaders(preferences, applied));
    if (typeof body === 'string') {
      await end(false);
      return await reply.send(body);
    }
    const text = whole(first ?? '', body, end);
    endWhenStalled(reply, doors);
    return await reply.send(compressed(text, reply));
  } catch (error) {
    await end(false);
    throw error;
  }
}

async function* whole(
  first: string,
  rest: AsyncGenerator<string>,
  end: (brokenOff: boolean) => Promise<void>,
): AsyncGenerator<string> {
  let isWhole = false;
  try {
    yield first;
    yield* rest;
    isWhole = true;
  } finally {
    await end(!isWhole);
  }
}
