import { Kind, parse, type InputObjectTypeDefinitionNode } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type InputTypes = ReadonlyMap<string, InputObjectTypeDefinitionNode>;

const schemas = new Map<string, InputTypes>();

/** The input types of a subgraph, by their names, as its committed schema has them. */
export function inputTypesOf(namespace: string): InputTypes {
  const known = schemas.get(namespace);
  if (known) return known;
  const sdl = readFileSync(join(__dirname, '../../subgraphs', namespace, 'schema.graphql'), 'utf8');
  const types = new Map(
    parse(sdl).definitions.flatMap((definition) =>
      definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  schemas.set(namespace, types);
  return types;
}
