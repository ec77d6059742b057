import type { IncomingHttpHeaders } from 'node:http';
import { ODataProblem } from './problem';
import type { Resource } from './resource';

export type MetadataLevel = 'none' | 'minimal' | 'full';

/** How a client wants its answer. */
export interface Format {
  readonly media: 'JSON' | 'XML';
  readonly level: MetadataLevel;
  /** Whole numbers of 64 bits are text, so that JavaScript does not round them. */
  readonly ieee754: boolean;
  readonly version: '4.0' | '4.01';
}

const SHORT: Readonly<Record<string, string>> = { json: 'application/json', xml: 'application/xml' };

const XML: ReadonlySet<string> = new Set(['application/xml', 'text/xml']);

interface MediaType {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly quality: number;
}

/**
 * Reads `$format`, or without it the header `Accept`.
 *
 * @param kind `$metadata` is XML where that is accepted, a count is plain text whatever is asked for, all else is JSON
 * @throws ODataProblem for an unknown format
 */
export function readFormat(
  headers: IncomingHttpHeaders,
  asked: string | undefined,
  kind: Resource['kind'],
): Format {
  requireVersion(headers['odata-version']);
  const version = versionOf(headers['odata-maxversion']);
  const isMetadata = kind === 'METADATA';
  if (kind === 'COUNT') return { media: 'JSON', level: 'minimal', ieee754: false, version };
  const wanted =
    asked === undefined ? (headers.accept ?? '*/*') : (SHORT[asked.trim().toLowerCase()] ?? asked);
  const types = wanted
    .split(',')
    .map(mediaType)
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  // Clients of tables prefer JSON for everything, and of the metadata they read XML only.
  const found =
    types.find(({ type }) => isMetadata && XML.has(type)) ??
    types.find(({ type }) => mediaOf(type, isMetadata) !== undefined);
  if (!found) {
    const text = isMetadata ? 'application/xml, application/json' : 'application/json';
    throw new ODataProblem(
      406,
      'BAD_REQUEST',
      {
        zh: `没有格式“${wanted}”，可用：${text}`,
        en: `There is no format “${wanted}”. Choose from: ${text}`,
      },
      asked === undefined ? 'Accept' : '$format',
    );
  }
  const parameter = (name: string): string | undefined =>
    found.parameters.get(name) ?? found.parameters.get(`odata.${name}`);
  const level = parameter('metadata');
  return {
    media: mediaOf(found.type, isMetadata) ?? 'JSON',
    level: level === 'none' || level === 'full' ? level : 'minimal',
    ieee754: parameter('ieee754compatible') === 'true',
    version,
  };
}

/** The value of `Content-Type` of an answer in JSON. */
export const jsonType = ({ level, ieee754 }: Format): string =>
  `application/json;odata.metadata=${level};odata.streaming=true;IEEE754Compatible=${ieee754};charset=utf-8`;

/** The version that a request is written in. */
function requireVersion(given: string | readonly string[] | undefined): void {
  if (given === undefined || ['4', '4.0', '4.01'].includes(String(given).trim())) return;
  throw new ODataProblem(
    400,
    'BAD_REQUEST',
    {
      zh: `OData-Version ${String(given)} 不受支持，应为 4.0 或 4.01`,
      en: `OData-Version ${String(given)} is not supported. Use 4.0 or 4.01`,
    },
    'OData-Version',
  );
}

function versionOf(most: string | readonly string[] | undefined): Format['version'] {
  const text = typeof most === 'string' ? most.trim() : undefined;
  if (text === undefined || Number(text) > 4) return '4.01';
  if (Number(text) === 4) return '4.0';
  throw new ODataProblem(
    400,
    'BAD_REQUEST',
    {
      zh: `OData-MaxVersion ${text} 不受支持，应为 4.0 或 4.01`,
      en: `OData-MaxVersion ${text} is not supported. Use 4.0 or 4.01`,
    },
    'OData-MaxVersion',
  );
}

function mediaType(text: string): MediaType {
  const [type = '', ...rest] = text.split(';').map((part) => part.trim().toLowerCase());
  const parameters = new Map(
    rest.map((part): readonly [string, string] => {
      const [name = '', value = ''] = part.split('=');
      return [name.trim(), value.trim().replaceAll('"', '')];
    }),
  );
  const quality = Number(parameters.get('q') ?? 1);
  return { type, parameters, quality: Number.isFinite(quality) ? quality : 0 };
}

function mediaOf(type: string, isMetadata: boolean): Format['media'] | undefined {
  if (type === 'application/json' || type === 'text/json') return 'JSON';
  if (type === '*/*' || type === 'application/*') return isMetadata ? 'XML' : 'JSON';
  return isMetadata && XML.has(type) ? 'XML' : undefined;
}
