import { PublicError, refuse } from '@mtg/service-kit';
import type { WorkRow } from '../rows/work-row';

/**
 * Decides from the rows that the input names whether a command is about sample data or real work. It writes rows of the
 * same kind. So no row of one kind refers to one of the other, and sample data can be removed again.
 */
export class RowKind {
  /** The first row that the input names. */
  #first: { readonly sample: boolean; readonly path: string } | undefined;
  /** The kind that something already depends on. */
  #fixed: boolean | undefined;

  /** True if it is sample data. An input that names no row is about real work. Once read it stays so. */
  get sample(): boolean {
    return (this.#fixed ??= this.#first?.sample ?? false);
  }

  /**
   * Notes a row that the input names.
   *
   * @param path of the input, without `input.`
   * @throws PublicError BAD_USER_INPUT when an earlier one is of the other kind
   */
  name({ sample }: Pick<WorkRow, 'sample'>, path: string): void {
    if (this.#first && this.#first.sample !== sample) throw mixed(this.#first.path, path, sample);
    if (this.#fixed !== undefined && this.#fixed !== sample) {
      throw new Error(`input.${path} names sample data, and was read after what depends on that`);
    }
    this.#first ??= { sample, path };
  }
}

function mixed(first: string, second: string, sample: boolean): PublicError {
  const [real, made] = sample ? [first, second] : [second, first];
  return refuse.badInput(second, {
    zh: `input.${made} 引用的是样例数据，input.${real} 引用的是真实数据；两者不能混用，请只引用其中一种`,
    en: `input.${made} names sample data and input.${real} real data. They cannot be mixed. Name only one kind`,
  });
}
