import type { RowOf } from '@mtg/commands';
import { correctionTable } from '../../foundation/corrections/correction-table';
import { CenterReport } from './center-report';

/** Words of reports before they were corrected. */
export const CenterReportCorrection = correctionTable(CenterReport, {
  of: { zh: '中心汇报', en: 'a center’s report' },
});

export type CenterReportCorrection = RowOf<typeof CenterReportCorrection>;
