import { PublicError, refuse } from '@mtg/service-kit';
import type { WorkRow } from '../rows/work-row';

/**
 * Whether a command is about sample data or about real work: about what the rows are that its input names. What it writes
 * is of the same kind. So no row of one kind ever refers to one of the other, and sample data can be taken out again.
 */
export class RowKind {
  /** The first row that the input names. */
  #first: { readonly sample: boolean; readonly path: string } | undefined;
  /** By what somebody has gone already. */
  #settled: boolean | undefined;

  /** Whether it is about sample data; who names no row at all is about real work. Once asked it stays so. */
  get sample(): boolean {
    return (this.#settled ??= this.#first?.sample ?? false);
  }

  /**
   * Takes note of a row that the input names.
   *
   * @param path of the input, without `input.`
   * @throws PublicError BAD_USER_INPUT when an earlier one is of the other kind
   */
  name({ sample }: Pick<WorkRow, 'sample'>, path: string): void {
    if (this.#first && this.#first.sample !== sample) throw mixed(this.#first.path, path, sample);
    if (this.#settled !== undefined && this.#settled !== sample) {
      throw new Error(`input.${path} names sample data, and was read after what depends on that`);
    }
    this.#first ??= { sample, path };
  }
}

function mixed(first: string, second: string, sample: boolean): PublicError {
  const [real, made] = sample ? [first, second] : [second, first];
  return refuse.badInput(second, {
    zh: `input.${made} 引用的是样例数据，input.${real} 引用的是真实数据；两者不能混用，请只引用其中一种`,
    en: `input.${made} names sample data and input.${real} real data; a command is about one or the other`,
  });
}
