/** A text for people in both languages: Chinese first, English beside it. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
