/** Levels of numbering in the text: 一、 （一） 1. （1）. */
export type Level = 1 | 2 | 3 | 4;

/** A paragraph of the text. */
export type Paragraph =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'ITEM'; readonly level: Level; readonly number: number; readonly text: string }
  /** A fact with its name before it, such as 出席：. */
  | { readonly kind: 'FACT'; readonly name: string; readonly text: string };

/** A calendar day, as `2026-11-27`. */
export type Day = string;

/** The note at the foot of the last page (版记). */
export interface Imprint {
  /** 主送机关, where they are too many to stand before the text. */
  readonly recipients?: readonly string[];
  /** 抄送机关. */
  readonly copies: readonly string[];
  /** 印发机关. */
  readonly printedBy: string;
  /** 印发日期. */
  readonly printedOn: Day;
}

/**
 * An official document by its parts (GB/T 9704-2012, section 7). A part that the record does not have is left out: none is
 * filled with something else.
 */
export interface OfficialDocument {
  /** Words across the head of each page, such as 样例. */
  readonly marks: readonly string[];
  /** 份号. */
  readonly copyNumber?: string;
  /** 密级和保密期限. */
  readonly classification?: string;
  /** 紧急程度. */
  readonly urgency?: string;
  /** 发文机关标志, in red. */
  readonly authority: string;
  /** 发文字号. */
  readonly number?: string;
  /** 签发人. */
  readonly signatory?: string;
  readonly title: string;
  /** 主送机关. */
  readonly recipients: readonly string[];
  readonly text: readonly Paragraph[];
  /** 附件说明: names of the attachments. */
  readonly attachments: readonly string[];
  /** 发文机关署名. */
  readonly signature?: string;
  /** 成文日期. */
  readonly date?: Day;
  readonly imprint?: Imprint;
}
