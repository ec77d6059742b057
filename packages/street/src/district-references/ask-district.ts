import { PublicError, refuse } from '@mtg/subgraph-kit';
import type { z } from 'zod';

const ANSWER_LIMIT_MS = 3000;

interface DistrictQuery<T> {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Schema of a complete answer. Any other answer counts as none. */
  readonly shape: z.ZodType<T>;
}

/**
 * Asks the district's subgraph.
 *
 * @param url of the district's GraphQL; undefined where the street is deployed without one
 * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer in time
 */
export async function askDistrict<T>(
  url: string | undefined,
  { query, variables = {}, headers = {}, shape }: DistrictQuery<T>,
): Promise<T> {
  if (url === undefined) throw unavailable();
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    return shape.parse(await response.json());
  } catch (cause) {
    throw Object.assign(unavailable(), { cause });
  }
}

const unavailable = (): PublicError =>
  refuse.because(
    'SUBGRAPH_UNAVAILABLE',
    {
      zh: '区级子图暂不可用，无法核实所引用的批准文件、部门、资金、需求或社会组织，请稍后再试',
      en: 'The district is unavailable, so the cited approval, department, funds, need or organization cannot be verified. Retry later',
    },
    { subgraph: 'district' },
  );
