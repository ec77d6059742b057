/** Answers of the doors, as far as the page shows them. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Column extends Words {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly role: string;
  readonly description: Words;
  readonly unit?: string;
  readonly unitEn?: string;
}

export interface Measure extends Words {
  readonly name: string;
  readonly description: Words;
  readonly unit?: string;
  readonly unitEn?: string;
}

export interface Dataset extends Words {
  readonly name: string;
  readonly formats: readonly string[];
  readonly columns: readonly Column[];
  readonly measures: readonly Measure[];
}

export interface Freshness {
  readonly street: string;
  /** Chinese name. */
  readonly name: string;
  readonly state: string;
  readonly stale: boolean;
  readonly freshAt: string | null;
  readonly ageSeconds: number | null;
  readonly problemZh: string | null;
  readonly problemEn: string | null;
}

export interface Catalogue {
  readonly datasets: readonly Dataset[];
  readonly freshness: readonly Freshness[];
  /** By the clock of the browser. */
  readonly readAt: number;
}

export type Value = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Value>>;

export interface Summary {
  readonly columns: readonly (Words & { readonly name: string; readonly unit?: string })[];
  readonly rows: readonly Row[];
}
