import type { RowOf } from '@mtg/commands';
import { correctionTable } from '../../foundation/corrections/correction-table';
import { WorkOrder } from './work-order';

/** Words of orders before they were corrected. */
export const WorkOrderCorrection = correctionTable(WorkOrder, { of: { zh: '派单', en: 'a work order' } });

export type WorkOrderCorrection = RowOf<typeof WorkOrderCorrection>;
