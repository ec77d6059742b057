import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import type { ComposeFile } from './compose-types';
import { interpolate } from './interpolate';

export const PROJECT = join(__dirname, '../../..');
export const COMPOSE_FILE = join(PROJECT, 'docker-compose.yml');

/** The Compose Specification's own schema, as the package `dclint` ships it. */
const SCHEMA_FILE = join(dirname(require.resolve('dclint/package.json')), 'schemas', 'compose.schema.json');

const specification = (() => {
  const { $schema: _draft7, ...schema } = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
  // Not strict: the specification allows several types in places, and names keywords of its own.
  return new Ajv({ allErrors: true, strict: false }).compile<ComposeFile>(schema);
})();

/** Variables that the operator of the file must set. */
export const REQUIRED: Readonly<Record<string, string>> = { OIDC_ISSUER: 'https://issuer.example' };

/** Reads a compose file's text as Compose does, with the given variables instead of the caller's environment. */
export const parseCompose = (text: string, variables: Readonly<Record<string, string>> = REQUIRED): unknown =>
  interpolateAll(parse(text, { merge: true }), variables);

/** Objections of the specification; empty when the file is a compose file. */
export const violations = (compose: unknown): string[] =>
  specification(compose)
    ? []
    : (specification.errors ?? []).map(({ instancePath, message, params }) =>
        `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`.trim(),
      );

/**
 * The project's compose file.
 *
 * @throws Error when the specification objects to it
 */
export function readCompose(variables: Readonly<Record<string, string>> = REQUIRED): ComposeFile {
  const compose = parseCompose(readFileSync(COMPOSE_FILE, 'utf8'), variables);
  if (specification(compose)) return compose;
  throw new Error(`docker-compose.yml: ${violations(compose).join('; ')}`);
}

function interpolateAll(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return interpolate(value, variables);
  if (Array.isArray(value)) return value.map((item) => interpolateAll(item, variables));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, interpolateAll(item, variables)]),
  );
}
