import { GraphQLError } from 'graphql';
import { explainMark, foreignQuoteBefore } from './chinese-marks';

/** Messages of Apollo Server about a request, by their beginning, with our replacements. */
const SENTENCES: readonly (readonly [begins: string, sentence: string])[] = [
  [
    'This operation has been blocked as a potential Cross-Site Request Forgery',
    '任何网页都能让浏览器发出这样的请求（CSRF），因此未执行；请加请求头 Content-Type: application/json，GET 请加 Apollo-Require-Preflight: true · Any web page could make a browser send this request (CSRF), so it was not executed. Send the header Content-Type: application/json, or Apollo-Require-Preflight: true with GET',
  ],
  [
    'POST body missing',
    '请求体须为非空的 JSON 对象，例如 {"query": "{ streets { name } }"} · The body must be a non-empty JSON object, e.g. {"query": "{ streets { name } }"}',
  ],
  [
    'Operation batching disabled',
    '请求体须为一个 JSON 对象，不能是数组：一次请求只能有一个操作，请分成几次请求 · The body must be one JSON object, not an array: a request has one operation. Send several requests',
  ],
  [
    'GraphQL operations must contain',
    '缺少 query，例如 {"query": "{ streets { name } }"} · `query` is missing, e.g. {"query": "{ streets { name } }"}',
  ],
  [
    'GraphQL queries must be strings',
    'query 须为文本 · `query` must be a string, the text of the GraphQL document',
  ],
  [
    '`variables` in a POST body',
    'variables 须为 JSON 对象，不能是文本 · `variables` must be a JSON object, not a string',
  ],
  [
    '`extensions` in a POST body',
    'extensions 须为 JSON 对象，不能是文本 · `extensions` must be a JSON object, not a string',
  ],
  [
    '`operationName` in a POST body',
    'operationName 须为文本或 null · `operationName` must be a string or null',
  ],
  [
    'GET requests only support query operations',
    'GET 只能查询，操作请用 POST · GET is for queries only. Send commands with POST',
  ],
  [
    'GET requests may not have a content-type',
    'GET 的 Content-Type 须为 application/json，或不写 · The Content-Type of a GET request must be application/json or absent',
  ],
  [
    "An 'accept' header was provided",
    '请求头 Accept 须容许 application/json · The Accept header must allow application/json',
  ],
  [
    'PersistedQueryNotSupported',
    '不支持持久化查询，请发送 query · Persisted queries are not supported. Send `query`',
  ],
];

const PARAMETER = /^The '?(\w+)'? search parameter /;

/** Our sentence for an error of the GraphQL server about a request; undefined when its own is to stand. */
export function sentenceOfRequest(message: string, error: unknown): string | undefined {
  const [, sentence] = SENTENCES.find(([begins]) => message.startsWith(begins)) ?? [];
  if (sentence !== undefined) return sentence;
  const parameter = PARAMETER.exec(message)?.[1];
  if (parameter !== undefined) {
    return message.includes('only be specified once')
      ? `参数 ${parameter} 只能出现一次 · The parameter ${parameter} may occur only once`
      : `参数 ${parameter} 须为 JSON 对象 · The parameter ${parameter} must be a JSON object`;
  }
  return sentenceOfSyntax(message, error);
}

/** A document that cannot be parsed for a mark that a Chinese keyboard wrote. */
function sentenceOfSyntax(message: string, error: unknown): string | undefined {
  if (!(error instanceof GraphQLError) || !message.startsWith('Syntax Error')) return undefined;
  const text = error.source?.body ?? '';
  const index = error.positions?.[0] ?? text.length;
  if (message.includes('Unexpected character')) return explainMark(text, index);
  if (!message.includes('Unterminated string')) return undefined;
  const quote = foreignQuoteBefore(text, index);
  return quote === undefined ? undefined : explainMark(text, quote);
}
