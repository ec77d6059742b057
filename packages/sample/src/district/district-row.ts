/** A row of the district, by the names of its columns in SQL. */
export type DistrictRow = Readonly<Record<string, unknown>>;

/** A sample row of the district. */
export const row = (
  id: string,
  createdAt: Date,
  values: DistrictRow,
  updatedAt = createdAt,
): DistrictRow => ({
  id,
  version: updatedAt === createdAt ? 1 : 2,
  created_at: createdAt,
  updated_at: updatedAt,
  deleted_at: null,
  sample: true,
  ...values,
});
