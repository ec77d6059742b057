import { codesOf } from './labelled';

/** Records that files can be attached to. */
export const ATTACHED_TO_LABELS = {
  MEETING: { zh: '会议', en: 'meeting' },
  MINUTES: { zh: '会议纪要', en: 'minutes' },
  DELEGATION: { zh: '委托事项', en: 'delegation' },
  WORK_ORDER: { zh: '派单', en: 'work order' },
  LEDGER_ENTRY: { zh: '台账条目', en: 'ledger entry' },
  SUPPORT_ISSUE: { zh: '支持保障事项', en: 'support issue' },
  EXPENDITURE: { zh: '支出', en: 'expenditure' },
  VISIT_RECORD: { zh: '走访记录', en: 'visit record' },
  SENTIMENT_LOG: { zh: '民情日志', en: 'sentiment log' },
  ENFORCEMENT_OBJECT: { zh: '执法对象', en: 'object of enforcement' },
} as const;
export const AttachedTo = codesOf(ATTACHED_TO_LABELS);
export type AttachedTo = keyof typeof ATTACHED_TO_LABELS;

/** Answer of the virus scanner about a file. */
export const SCAN_STATE_LABELS = {
  UNSCANNED: { zh: '未扫描', en: 'not scanned yet' },
  CLEAN: { zh: '无病毒', en: 'clean' },
  INFECTED: { zh: '有病毒，已隔离', en: 'infected, in quarantine' },
} as const;
export const ScanState = codesOf(SCAN_STATE_LABELS);
export type ScanState = keyof typeof SCAN_STATE_LABELS;
