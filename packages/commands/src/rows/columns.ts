/** The columns of every table of rows that commands write, for its migration. */
export const WORK_ROW_COLUMNS = `
  id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  deleted_at timestamptz(3),
  sample boolean NOT NULL DEFAULT false`;
