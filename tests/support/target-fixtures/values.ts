/** Values by column, or by input field. */
export type Values = Readonly<Record<string, unknown>>;
