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

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"\n]/g, (mark) => ESCAPES[mark] ?? mark);

/** The metadata as XML. @param version of CSDL, which an old client wants to be 4.0 */
export const csdlXml = (datasets: readonly Dataset[], version: string): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<edmx:Edmx Version="${version}" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">`,
    '<edmx:DataServices>',
    `<Schema Namespace="${NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
    ...datasets.map(entityType),
    '<EntityContainer Name="Container">',
    ...datasets.map(entitySet),
    ...OF_CONTAINER.map(annotation),
    '</EntityContainer>',
    '</Schema>',
    '</edmx:DataServices>',
    '</edmx:Edmx>',
  ].join('\n');

const entityType = (dataset: Dataset): string =>
  [
    `<EntityType Name="${bareTypeName(dataset)}">`,
    `<Key>${KEY.map((name) => `<PropertyRef Name="${name}"/>`).join('')}</Key>`,
    ...dataset.columns.map(property),
    ...ofType(dataset).map(annotation),
    '</EntityType>',
  ].join('\n');

function property(column: DatasetColumn): string {
  const { name, sql, nullable } = column;
  const precision = sql === 'timestamptz' ? ' Precision="6"' : '';
  return [
    `<Property Name="${escaped(name)}" Type="${edmOf(sql)}" Nullable="${nullable}"${precision}>`,
    ...ofColumn(column).map(annotation),
    '</Property>',
  ].join('');
}

const entitySet = (dataset: Dataset): string =>
  [
    `<EntitySet Name="${escaped(dataset.name)}" EntityType="${typeName(dataset)}">`,
    ...[...ofSet(dataset), ...OF_EVERY_SET].map(annotation),
    '</EntitySet>',
  ].join('\n');

function annotation({ term, qualifier, value }: Annotation): string {
  const head = `<Annotation Term="${fullName(term)}"${qualifier === undefined ? '' : ` Qualifier="${escaped(qualifier)}"`}`;
  if (typeof value === 'string')
    return `${head} ${isEnum(value) ? `EnumMember="${fullName(value)}"` : `String="${escaped(value)}"`}/>`;
  return typeof value === 'boolean' ? `${head} Bool="${value}"/>` : `${head}>${element(value)}</Annotation>`;
}

const isEnum = (text: string): boolean => text.startsWith('Capabilities.') && text.includes('/');

function element(value: AnnotationValue): string {
  if (typeof value === 'string') return `<String>${escaped(value)}</String>`;
  if (typeof value === 'boolean') return `<Bool>${value}</Bool>`;
  if (isList(value)) return `<Collection>${value.map(element).join('')}</Collection>`;
  const parts = Object.entries(value).map(([name, each]) =>
    name.startsWith('@')
      ? annotation({ term: name.slice(1), value: each })
      : `<PropertyValue Property="${name}">${element(each)}</PropertyValue>`,
  );
  return `<Record>${parts.join('')}</Record>`;
}
