/** The page of the warehouse, for people. */
export { mountPage } from './mount-page';
