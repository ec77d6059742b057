import { camelCase, type Dataset } from '@mtg/datasets';

/** Names of the types of a dataset: `InsightWorkOrder`, and with more to it those that belong to it. */
export const typeName = ({ type }: Dataset, part = ''): string => `Insight${type}${part}`;

/** The value of an enum that stands for a column or measure: `CENTER_NAME`. */
export const enumValue = ({ name }: { readonly name: string }): string => name.toUpperCase();

/** Fields of the root that read a dataset. */
export const rowsField = ({ name }: Dataset): string => camelCase(name);
export const groupsField = (dataset: Dataset): string => `${rowsField(dataset)}Aggregate`;
