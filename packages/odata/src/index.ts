/** The warehouse as an OData 4.01 service that reads. */
export { mountOData } from './mount-odata';
