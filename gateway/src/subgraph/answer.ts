/** An error as the subgraph wrote it; not yet fit for clients. */
export interface ReportedError {
  readonly message: string;
  readonly path: readonly (string | number)[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface SubgraphAnswer {
  /** null only together with errors. */
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly ReportedError[];
}

/** Thrown for an answer that is not one: no JSON, no GraphQL answer, or not of the types that were asked for. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';
}

/** @throws MalformedAnswer when the text is not a GraphQL answer; the message quotes nothing of it */
export function readAnswer(text: string): SubgraphAnswer {
  const body = parseJson(text);
  if (!isRecord(body)) throw new MalformedAnswer('the answer is not a JSON object');
  const { data = null, errors = [] } = body;
  if (data !== null && !isRecord(data)) throw new MalformedAnswer('"data" is not an object');
  if (!Array.isArray(errors) || !errors.every(isError))
    throw new MalformedAnswer('"errors" is not a list of errors');
  if (data === null && errors.length === 0) throw new MalformedAnswer('neither data nor errors');
  return { data, errors: errors.map(reported) };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // V8's message quotes the text, which may be anything.
    throw new MalformedAnswer('the answer is not JSON');
  }
}

const isError = (value: unknown): value is Record<string, unknown> & { readonly message: string } =>
  isRecord(value) && typeof value['message'] === 'string';

const reported = ({
  message,
  path,
  extensions,
}: Record<string, unknown> & { readonly message: string }): ReportedError => ({
  message,
  path: isPath(path) ? path : undefined,
  extensions: isRecord(extensions) ? extensions : {},
});

const isPath = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) && value.every((step) => typeof step === 'string' || Number.isInteger(step));
