import type { Dataset, DatasetColumn } from '@mtg/datasets';
import {
  fullName,
  isList,
  OF_CONTAINER,
  OF_EVERY_SET,
  ofColumn,
  ofSet,
  ofType,
  type Annotation,
  type AnnotationValue,
} from './annotations';
import { bareTypeName, edmOf, KEY, NAMESPACE, typeName } from './edm';

/** The metadata as JSON, which is of version 4.01. */
export const csdlJson = (datasets: readonly Dataset[]): string =>
  JSON.stringify({
    $Version: '4.01',
    $EntityContainer: `${NAMESPACE}.Container`,
    [NAMESPACE]: {
      ...Object.fromEntries(datasets.map((dataset) => [bareTypeName(dataset), entityType(dataset)])),
      Container: {
        $Kind: 'EntityContainer',
        ...annotated(OF_CONTAINER),
        ...Object.fromEntries(
          datasets.map((dataset) => [
            dataset.name,
            {
              $Collection: true,
              $Type: typeName(dataset),
              ...annotated([...ofSet(dataset), ...OF_EVERY_SET]),
            },
          ]),
        ),
      },
    },
  });

const entityType = (dataset: Dataset) => ({
  $Kind: 'EntityType',
  $Key: KEY,
  ...Object.fromEntries(dataset.columns.map((column) => [column.name, property(column)])),
  ...annotated(ofType(dataset)),
});

const property = (column: DatasetColumn) => ({
  $Type: edmOf(column.sql),
  ...(column.nullable && { $Nullable: true }),
  ...(column.sql === 'timestamptz' && { $Precision: 6 }),
  ...annotated(ofColumn(column)),
});

/** A member of an enumeration is its bare name here, and an annotation of a record has its name in full. */
function valueOf(value: AnnotationValue): AnnotationValue {
  if (typeof value === 'string') return value.replace(/^Capabilities\.\w+\//, '');
  if (typeof value === 'boolean') return value;
  if (isList(value)) return value.map(valueOf);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name.startsWith('@') ? `@${fullName(name.slice(1))}` : name,
      valueOf(each),
    ]),
  );
}

const annotated = (annotations: readonly Annotation[]) =>
  Object.fromEntries(
    annotations.map(({ term, qualifier, value }) => [
      `@${fullName(term)}${qualifier === undefined ? '' : `#${qualifier}`}`,
      valueOf(value),
    ]),
  );
