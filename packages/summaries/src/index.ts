/** A door of the warehouse: measures of datasets by groups. */
export { mountSummaries } from './mount-summaries';
