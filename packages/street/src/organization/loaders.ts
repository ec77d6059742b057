import { batchByKey, batchOneByKey } from '@mtg/subgraph-kit';
import { FieldAgency } from './field-agency';
import { FunctionalCenter } from './functional-center';
import { Post } from './post';
import { Section } from './section';
import { ServiceSystem } from './service-system';

/** Batch functions: one query each, however many centers or sections an operation touches. */
export const centersByCode = batchOneByKey(FunctionalCenter, 'code');
export const sectionsByCenter = batchByKey(Section, 'centerCode');
export const systemsByCenter = batchOneByKey(ServiceSystem, 'centerCode');
export const postsByCenter = batchByKey(Post, 'centerCode');
export const sectionsByName = batchOneByKey(Section, 'name');
export const agenciesBySection = batchOneByKey(FieldAgency, 'sectionName');
