/** The interface for analysts: datasets that follow from the declared tables, their measures, and the views over the copies. */
export { Catalogue, type DatasetOrigins } from './sources/catalogue';
export type {
  Choice,
  ColumnRole,
  Dataset,
  DatasetColumn,
  DatasetOwner,
  DatasetType,
  Measure,
} from './model/dataset';
export { camelCase } from './model/names';
export { englishUnit } from './model/units';
export { datasetsOf } from './datasets-of';
export { storedFactsOf, type StoredFactColumn, type StoredFacts } from './stored-facts';
export { DISTRICT_CODE, type PresentSource } from './views/place';
export { BI_SCHEMA, viewsFor, type BiView } from './views/views-for';
export { renderDatasetsPage } from './docs/datasets-page';
