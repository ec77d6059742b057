import { labelsOf, workOrderMachine, type Bilingual } from '@mtg/governance';
import type { WorkOrder } from './work-order';

/** The state of an order as people call it. */
export const stateLabel = ({ state }: Pick<WorkOrder, 'state'>): Bilingual =>
  labelsOf(workOrderMachine)[state];
