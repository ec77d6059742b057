import { codesOf } from './labelled';

/** Answers of a street to an offered transfer (R31). */
export const RECEIPT_OUTCOME_LABELS = {
  ACKNOWLEDGED: { zh: '已确认收款', en: 'acknowledged' },
  DECLINED: { zh: '不予接收', en: 'declined' },
} as const;
export const ReceiptOutcome = codesOf(RECEIPT_OUTCOME_LABELS);
/** One of the keys of the object of the same name; so are all types here. */
export type ReceiptOutcome = keyof typeof RECEIPT_OUTCOME_LABELS;

/** Answers of a street to a request to give back what is unspent (R31). */
export const RECALL_OUTCOME_LABELS = {
  AGREED: { zh: '同意收回', en: 'agreed' },
  REFUSED: { zh: '不同意收回', en: 'refused' },
} as const;
export const RecallOutcome = codesOf(RECALL_OUTCOME_LABELS);
export type RecallOutcome = keyof typeof RECALL_OUTCOME_LABELS;

/** How an entry of one side's books differs from the other side's (R31). */
export const BOOK_DIFFERENCE_LABELS = {
  UNKNOWN: { zh: '对方账上没有', en: 'the other side does not have it' },
  OTHER_CONTENT: { zh: '内容不一致', en: 'its content differs' },
  OTHER_STATE: { zh: '状态不一致', en: 'its state contradicts the other side’s' },
} as const;
export const BookDifferenceKind = codesOf(BOOK_DIFFERENCE_LABELS);
export type BookDifferenceKind = keyof typeof BOOK_DIFFERENCE_LABELS;
