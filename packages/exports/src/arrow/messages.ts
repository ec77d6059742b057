import type { Column, Field, Schema } from '@uwdata/flechette';
import type { DatasetTitle } from '../rows/file-content';
import type { FileColumn } from '../rows/file-columns';
import { arrowSchema, type ArrowLibrary } from './arrow-schema';
import type { ColumnBuffers } from './column';

/** Messages of a stream of record batches. The library writes streams as a whole: each message is taken out of one. */
export class Messages {
  readonly #schema: Schema;
  readonly #whole: readonly Uint8Array[];

  constructor(
    private readonly library: ArrowLibrary,
    dataset: DatasetTitle,
    columns: readonly FileColumn[],
  ) {
    this.#schema = arrowSchema(library, dataset, columns);
    this.#whole = this.#streamOf(({ type }) => new library.Column([], type));
  }

  get schema(): readonly Uint8Array[] {
    return this.#whole.slice(0, -1);
  }

  get end(): readonly Uint8Array[] {
    return this.#whole.slice(-1);
  }

  /** A batch of rows. It refers to the bytes of the columns, and has none of its own but its head. */
  batch(length: number, columns: readonly ColumnBuffers[]): readonly Uint8Array[] {
    const { Batch, Column } = this.library;
    const stream = this.#streamOf(({ type, nullable }, index) => {
      const { nulls: nullCount, validity, values, offsets } = columns[index] ?? NONE;
      if (!nullable && nullCount > 0)
        throw new Error('a column that has a value in every row has none in one');
      return new Column([
        new Batch({ length, nullCount, type, validity: nullCount > 0 ? validity : EMPTY, values, offsets }),
      ]);
    });
    return stream.slice(this.#whole.length - 1, -1);
  }

  /** The parts of a stream: those of its schema, of its batch, and its end. */
  #streamOf(columnOf: (field: Field, index: number) => Column<unknown>): readonly Uint8Array[] {
    const { Table, tableToIPC } = this.library;
    const parts: Uint8Array[] = [];
    const columns = this.#schema.fields.map(columnOf);
    tableToIPC(new Table(this.#schema, columns), {
      sink: {
        write: (part) => void parts.push(part),
        pad: (length) => void parts.push(new Uint8Array(length)),
        finish: () => null,
      },
    });
    return parts;
  }
}

const EMPTY = new Uint8Array();
const NONE: ColumnBuffers = { nulls: 0, validity: EMPTY, values: EMPTY };
