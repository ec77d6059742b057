import type { Dataset, DatasetColumn } from '@mtg/datasets';

/** A value of an annotation, which both forms of the metadata are written from. */
export type AnnotationValue =
  string | boolean | readonly AnnotationValue[] | { readonly [property: string]: AnnotationValue };

export const isList = (value: AnnotationValue): value is readonly AnnotationValue[] => Array.isArray(value);

/** An annotation: term with the short name of its vocabulary, optional qualifier, value. */
export interface Annotation {
  readonly term: string;
  readonly qualifier?: string;
  readonly value: AnnotationValue;
}

/**
 * Namespaces of vocabularies. The metadata has no references to them: Olingo's client loads every reference, and an office's network
 * need not lead to the internet.
 */
const NAMESPACES: Readonly<Record<string, string>> = {
  Core: 'Org.OData.Core.V1',
  Capabilities: 'Org.OData.Capabilities.V1',
  Aggregation: 'Org.OData.Aggregation.V1',
  Measures: 'Org.OData.Measures.V1',
  Validation: 'Org.OData.Validation.V1',
  Common: 'com.sap.vocabularies.Common.v1',
};

/** A name of a vocabulary in full: `Core.Description` is `Org.OData.Core.V1.Description`. */
export const fullName = (name: string): string =>
  name.replace(/^\w+(?=\.)/, (alias) => NAMESPACES[alias] ?? alias);

interface Labelled {
  readonly zh: string;
  readonly en: string;
}

/** Chinese label, and the English one by its qualifier. */
const labels = ({ zh, en }: Labelled): readonly Annotation[] => [
  { term: 'Common.Label', value: zh },
  { term: 'Common.Label', qualifier: 'en', value: en },
];

const described = ({ zh, en }: Labelled): Annotation => ({
  term: 'Core.Description',
  value: `${zh} · ${en}`,
});

export const ofColumn = (column: DatasetColumn): readonly Annotation[] => [
  ...labels(column),
  described(column.description),
  ...(column.unit === undefined ? [] : [{ term: 'Measures.Unit', value: column.unit }]),
  ...(column.choices
    ? [
        {
          term: 'Validation.AllowedValues',
          value: column.choices.map(({ code, zh, en }) => ({
            Value: code,
            '@Core.Description': `${zh} · ${en}`,
          })),
        },
      ]
    : []),
];

export const ofType = (dataset: Dataset): readonly Annotation[] => [...labels(dataset), described(dataset)];

/** Labels of an entity set, and the measures that `$apply` can name. */
export const ofSet = (dataset: Dataset): readonly Annotation[] => [
  ...labels(dataset),
  described(dataset),
  ...dataset.measures.map(({ name, sql }) => ({
    term: 'Aggregation.CustomAggregate',
    qualifier: name,
    value: sql === 'bigint' ? 'Edm.Int64' : 'Edm.Double',
  })),
];

const never = (property: string): AnnotationValue => ({ [property]: false });

/** Capabilities of all entity sets. */
export const OF_CONTAINER: readonly Annotation[] = [
  { term: 'Capabilities.ConformanceLevel', value: 'Capabilities.ConformanceLevelType/Intermediate' },
  {
    term: 'Capabilities.SupportedFormats',
    value: ['application/json;odata.metadata=minimal;odata.streaming=true'],
  },
  { term: 'Capabilities.AsynchronousRequestsSupported', value: false },
  { term: 'Capabilities.BatchSupported', value: false },
  {
    term: 'Capabilities.FilterFunctions',
    value:
      'contains startswith endswith tolower toupper trim concat length indexof year month day hour minute second date now round floor ceiling'.split(
        ' ',
      ),
  },
  { term: 'Aggregation.ApplySupported', value: { Transformations: ['filter', 'groupby', 'aggregate'] } },
];

/** Capabilities that the specification gives to entity sets. */
export const OF_EVERY_SET: readonly Annotation[] = [
  { term: 'Capabilities.InsertRestrictions', value: never('Insertable') },
  { term: 'Capabilities.UpdateRestrictions', value: never('Updatable') },
  { term: 'Capabilities.DeleteRestrictions', value: never('Deletable') },
  { term: 'Capabilities.ExpandRestrictions', value: never('Expandable') },
  { term: 'Capabilities.ComputeSupported', value: false },
  { term: 'Capabilities.ChangeTracking', value: { Supported: true } },
];
