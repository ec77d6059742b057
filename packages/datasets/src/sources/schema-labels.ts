import type { Bilingual } from '@mtg/governance';
import type { Class } from '@mtg/subgraph-kit';
import { getMetadataStorage } from 'type-graphql';
import type { Choice } from '../model/dataset';

/** Takes a description of the schema apart: Chinese first, then English, as `zhEn` puts it. */
export function bilingual(description: string): Bilingual {
  const [zh = '', ...en] = description.split(' · ');
  return { zh, en: en.join(' · ').replace(/\.$/, '') };
}

/** The classes whose fields a type has: those that it extends, and its interfaces. */
function lineage(type: Class): ReadonlySet<unknown> {
  const classes = new Set<unknown>();
  for (let each: unknown = type; typeof each === 'function'; each = Object.getPrototypeOf(each)) {
    classes.add(each);
    const known = getMetadataStorage().objectTypes.find(({ target }) => target === each);
    for (const implemented of known?.interfaceClasses ?? []) classes.add(implemented);
  }
  return classes;
}

/** The description of a type in the schema. Undefined for a class that is none. */
export function typeDescription(type: Class): Bilingual | undefined {
  const { description } = getMetadataStorage().objectTypes.find(({ target }) => target === type) ?? {};
  return description === undefined ? undefined : bilingual(description);
}

/** The field of the schema that shows a property. */
export interface LabelledField {
  readonly description: Bilingual;
  readonly type: unknown;
}

/** The fields of a type by the properties that they show; those of the type itself stand above those of an interface. */
export function fieldsOf(type: Class): ReadonlyMap<string, LabelledField> {
  const classes = lineage(type);
  const fields = getMetadataStorage().fields.filter(({ target }) => classes.has(target));
  const ordered = fields.toSorted((a, b) => Number(a.target === type) - Number(b.target === type));
  return new Map(
    ordered.map(({ name, description = '', getType }) => [
      name,
      { description: bilingual(description), type: getType() },
    ]),
  );
}

/** Labels of the codes of an enum of the schema, or of a list of them. Undefined for any other type. */
export function choicesOf(type: unknown): readonly Choice[] | undefined {
  const codes: unknown = Array.isArray(type) ? type[0] : type;
  const known = getMetadataStorage().enums.find(({ enumObj }) => enumObj === codes);
  if (!known) return undefined;
  const configured = known.valuesConfig as Readonly<Record<string, { readonly description?: string }>>;
  return Object.keys(known.enumObj).map((code) => ({
    code,
    ...bilingual(configured[code]?.description ?? code),
  }));
}
