/** A number as JSON and PostgreSQL have none: what a document writes as 1e400 is read as Infinity. */
export const isInfinite = (value: unknown): boolean => typeof value === 'number' && !Number.isFinite(value);

export const INFINITE_TEXT =
  '数值超出范围，绝对值须小于 1.8e308 · is out of range: its absolute value must be less than 1.8e308';

/** True if a document may have such a number: an exponent of two digits, or as many digits before it. */
export const mayHoldInfinite = (query: string): boolean => /e\+?\d\d|\d{300}/i.test(query);
