import { WORK_ROW_COLUMNS } from '@mtg/commands';

/** Frozen: SQL of the tables of corrections, for the migrations that add them. @param table with the corrected rows */
export const correctionTableSql = (table: string): string => {
  const name = `${table}_correction`;
  return `
    CREATE TABLE ${name} (${WORK_ROW_COLUMNS},
      corrected_id uuid NOT NULL CONSTRAINT ${name}_corrected_fk REFERENCES ${table} (id),
      field text NOT NULL CONSTRAINT ${name}_field CHECK (btrim(field) <> ''),
      old_value text,
      new_value text,
      reason text NOT NULL CONSTRAINT ${name}_reason CHECK (btrim(reason) <> ''),
      corrected_by text NOT NULL CONSTRAINT ${name}_by CHECK (btrim(corrected_by) <> ''),
      role text NOT NULL,
      made_version integer NOT NULL CONSTRAINT ${name}_version CHECK (made_version > 1),
      CONSTRAINT ${name}_changes CHECK (old_value IS DISTINCT FROM new_value),
      CONSTRAINT ${name}_once UNIQUE (corrected_id, made_version, field)
    );
    CREATE INDEX ${name}_updated ON ${name} (updated_at, id);
    CREATE INDEX ${name}_corrected ON ${name} (corrected_id, id);
    CREATE INDEX ${name}_corrected_by ON ${name} (corrected_by, id);
    CREATE TRIGGER ${name}_immutable BEFORE UPDATE OR DELETE ON ${name}
      FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();`;
};

/** Holds the serving role to columns that may change at all. Tables with states have their own guard. */
export const columnsGuardSql = (table: string, columns: readonly string[]): string => `
  CREATE TRIGGER ${table}_columns AFTER UPDATE ON ${table} FOR EACH ROW
    EXECUTE FUNCTION guard_columns('${columns.join(' ')}');`;

/** Lets the serving role change these columns only together with the correction that keeps the old value. */
export const onRecordSql = (table: string, columns: readonly string[]): string => `
  CREATE CONSTRAINT TRIGGER ${table}_on_record AFTER UPDATE ON ${table} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION guard_corrected('${table}_correction', '${columns.join(' ')}');`;
