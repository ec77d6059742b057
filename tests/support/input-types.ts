import { Kind, parse, type InputObjectTypeDefinitionNode } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STREETS } from '@mtg/subgraphs';

const ROOT = join(__dirname, '../..');

type InputTypes = ReadonlyMap<string, InputObjectTypeDefinitionNode>;

const schemas = new Map<string, InputTypes>();

/** The input types of a subgraph, by their names, as the committed schemas have them. */
export function inputTypesOf(namespace: string): InputTypes {
  const known = schemas.get(namespace);
  if (known) return known;
  const own = readFileSync(join(ROOT, 'subgraphs', namespace, 'schema.graphql'), 'utf8');
  // A street's file has only what others lack.
  const isStreet = STREETS.some(({ name }) => name === namespace);
  const common = isStreet ? readFileSync(join(ROOT, 'packages/street/schema.graphql'), 'utf8') : '';
  const types = new Map(
    parse(`${common}\n${own}`).definitions.flatMap((definition) =>
      definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  schemas.set(namespace, types);
  return types;
}
