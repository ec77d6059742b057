import { escapeIdentifier } from 'pg';
import type { Binder } from '../bind';
import { columnNamed, type NamedColumn, type NamedColumns } from '../columns';
import { NotOffered, QueryProblem } from '../query-problem';
import type { Comparison, Condition, Literal, Operand } from './condition';
import { ABSENT_FUNCTIONS, FUNCTIONS, TIME_ZONE, type FilterFunction } from './functions';
import { typeOfLiteral, valueOf, type ValueType } from './value';

interface Typed {
  readonly sql: string;
  readonly type: ValueType;
  readonly column?: NamedColumn;
}

const OPERATORS: Readonly<Record<Exclude<Comparison, 'EQ' | 'NE'>, string>> = {
  LT: '<',
  LE: '<=',
  GT: '>',
  GE: '>=',
};

const MOST_VALUES = 1000;

/**
 * SQL of a condition on the rows of a dataset's view. Every value is bound; names are those of the dataset.
 *
 * @throws QueryProblem for a column, a function or a value that does not fit
 */
export class ConditionSql {
  /** @param field the part of the query that has the condition, for messages */
  constructor(
    private readonly dataset: NamedColumns,
    private readonly binder: Binder,
    private readonly field = 'filter',
  ) {}

  of(condition: Condition): string {
    return this.#of(condition, false);
  }

  /**
   * As OData 4.01 has it: a comparison with an absent value is false, so that its opposite holds; a column or a function of one is
   * neither true nor false, and so is its opposite.
   *
   * @param negated behind a `not`, where false and null differ
   */
  #of(condition: Condition, negated: boolean): string {
    switch (condition.kind) {
      case 'AND':
      case 'OR':
        return `(${condition.conditions.map((each) => this.#of(each, negated)).join(` ${condition.kind} `)})`;
      case 'NOT':
        return `(NOT ${this.#of(condition.condition, true)})`;
      case 'COMPARE':
        return orFalse(this.#compared(condition.comparison, condition.left, condition.right), negated);
      case 'IN':
        return orFalse(this.#among(condition.left, condition.values), negated);
      case 'SEARCH':
        return this.#found(condition.words);
      case 'HOLDS':
      default:
        return this.#holds(condition.operand);
    }
  }

  #compared(comparison: Comparison, left: Operand, right: Operand): string {
    if (isLiteral(left) && !isLiteral(right)) return this.#compared(MIRRORED[comparison], right, left);
    if (isLiteral(left)) {
      throw this.#problem({
        zh: `比较的左边应为列，而不是值“${left.literal === 'NULL' ? 'null' : left.text}”`,
        en: `a comparison needs a column, not the value “${left.literal === 'NULL' ? 'null' : left.text}” alone`,
      });
    }
    const of = this.#typed(left);
    if (isLiteral(right) && right.literal === 'NULL') {
      if (comparison !== 'EQ' && comparison !== 'NE') {
        throw this.#problem({
          zh: 'null 只能用 eq 或 ne 比较',
          en: 'null can be compared by “eq” and “ne” only',
        });
      }
      return `(${of.sql} IS ${comparison === 'EQ' ? '' : 'NOT '}NULL)`;
    }
    const [a, b] = isLiteral(right) ? this.#withLiteral(of, right) : this.#together(of, this.#typed(right));
    if (comparison === 'NE') return `(${a} IS DISTINCT FROM ${b})`;
    if (comparison === 'EQ') return isLiteral(right) ? `(${a} = ${b})` : `(${a} IS NOT DISTINCT FROM ${b})`;
    return `(${a} ${OPERATORS[comparison]} ${b})`;
  }

  #withLiteral(of: Typed, literal: Literal): readonly [string, string] {
    if (isDayWithTime(of.type, typeOfLiteral(literal))) throw this.#dayWithTime();
    const isWhole = of.type === 'int' || of.type === 'bigint';
    // A whole number is compared with any number.
    if (isWhole && literal.literal === 'NUMBER' && !/^-?\d+$/.test(literal.text)) {
      return [`${of.sql}::double precision`, this.#bound(literal, 'double precision')];
    }
    return [of.sql, this.#bound(literal, of.type, of.column)];
  }

  #together(a: Typed, b: Typed): readonly [string, string] {
    if (isDayWithTime(a.type, b.type)) throw this.#dayWithTime();
    if (a.type !== b.type && !(NUMBERS.has(a.type) && NUMBERS.has(b.type))) {
      throw this.#problem({
        zh: `不能比较 ${a.type} 与 ${b.type}，请比较同类的列`,
        en: `${a.type} cannot be compared with ${b.type}. Compare columns of one type`,
      });
    }
    return [a.sql, b.sql];
  }

  #among(left: Operand, values: readonly Literal[]): string {
    if (isLiteral(left)) {
      throw this.#problem({ zh: 'in 的左边应为列', en: '“in” needs a column on its left' });
    }
    if (values.length > MOST_VALUES) {
      throw this.#problem({
        zh: `in 最多 ${MOST_VALUES} 个值，请拆成几个查询`,
        en: `“in” takes at most ${MOST_VALUES} values. Split it into several queries`,
      });
    }
    const { sql, type, column } = this.#typed(left);
    const given = values.filter(({ literal }) => literal !== 'NULL');
    const texts = given.map((value) => valueOf(value, type, this.field, column));
    const among = `${sql} = ANY (${this.binder.bind(texts, `${type}[]`)})`;
    return given.length < values.length ? `(${among} OR ${sql} IS NULL)` : `(${among})`;
  }

  #holds(operand: Operand): string {
    if (isLiteral(operand)) {
      if (operand.literal === 'BOOLEAN') return operand.text;
      throw this.#problem({
        zh: `“${operand.text}”不是条件，请与列比较`,
        en: `“${operand.text}” is no condition. Compare it with a column`,
      });
    }
    const { sql, type } = this.#typed(operand);
    if (type === 'boolean') return `(${sql})`;
    const name = operand.kind === 'COLUMN' ? operand.name : `${operand.name}(…)`;
    throw this.#problem({
      zh: `“${name}”不是真假值，请用 eq、lt 等比较`,
      en: `“${name}” is neither true nor false. Compare it by “eq”, “lt” and so on`,
    });
  }

  #found(words: readonly string[]): string {
    const texts = this.dataset.columns
      .filter(({ sql, role }) => (sql === 'text' || sql === 'text[]') && role !== 'KEY')
      .map((column) => asText(column));
    if (words.length === 0) return 'true';
    const all = `lower(concat_ws(' ', ${texts.join(', ')}))`;
    return `(${words.map((word) => `position(lower(${this.binder.bind(word, 'text')}) IN ${all}) > 0`).join(' AND ')})`;
  }

  #typed(operand: Operand): Typed {
    switch (operand.kind) {
      case 'COLUMN': {
        const column = columnNamed(this.dataset, operand.name, this.field);
        const type = column.sql === 'text[]' ? 'text' : column.sql;
        return { sql: asText(column), type, column };
      }
      case 'CALL':
        return this.#called(operand.name, operand.operands);
      case 'VALUE':
      default:
        return { sql: this.#bound(operand, typeOfLiteral(operand)), type: typeOfLiteral(operand) };
    }
  }

  #called(name: string, operands: readonly Operand[]): Typed {
    const called = FUNCTIONS.get(name);
    if (!called) {
      const names = [...FUNCTIONS.keys()].join(', ');
      const Problem = ABSENT_FUNCTIONS.has(name) ? NotOffered : QueryProblem;
      throw new Problem(this.field, {
        zh: `没有函数“${name}”，可用：${names}`,
        en: `there is no function “${name}”. Choose from: ${names}`,
      });
    }
    if (operands.length !== called.operands.length) {
      throw this.#problem({
        zh: `${name} 需要 ${called.operands.length} 个参数，给了 ${operands.length} 个`,
        en: `${name} takes ${called.operands.length} operands, not ${operands.length}`,
      });
    }
    return {
      sql: called.sql(...operands.map((each, index) => this.#fitting(name, each, called.operands[index]))),
      type: called.returns,
    };
  }

  #fitting(name: string, operand: Operand, wanted: FilterFunction['operands'][number] | undefined): string {
    if (isLiteral(operand) && wanted !== 'number' && wanted !== undefined && operand.literal !== 'DATE') {
      return this.#bound(operand, wanted);
    }
    const { sql, type } = this.#typed(operand);
    if (wanted === type) return sql;
    if (wanted === 'timestamptz' && type === 'date') return beginning(sql);
    if (wanted === 'number' && NUMBERS.has(type)) return sql;
    throw this.#problem({
      zh: `${name} 的参数应为 ${wanted}，而不是 ${type}`,
      en: `${name} takes an operand of type ${wanted}, not ${type}`,
    });
  }

  #bound(literal: Literal, type: ValueType, column?: NamedColumn): string {
    return this.binder.bind(valueOf(literal, type, this.field, column), type);
  }

  /** As its midnight, a day would not hold the times of that day. */
  readonly #dayWithTime = (): QueryProblem =>
    this.#problem({
      zh: '日期不能与时间比较，请用 date(列) 取出时间的日期，如 date(closed_at) eq 2026-07-01，或写带时区的时间，如 2026-07-01T00:00:00+08:00',
      en: 'a day cannot be compared with a time. Take the day of the time by date(column), e.g. date(closed_at) eq 2026-07-01, or give a time such as 2026-07-01T00:00:00+08:00',
    });

  readonly #problem = (problem: QueryProblem['problem']): QueryProblem =>
    new QueryProblem(this.field, problem);
}

const NUMBERS: ReadonlySet<ValueType> = new Set(['int', 'bigint', 'double precision']);

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  EQ: 'EQ',
  NE: 'NE',
  LT: 'GT',
  LE: 'GE',
  GT: 'LT',
  GE: 'LE',
};

const orFalse = (sql: string, negated: boolean): string => (negated ? `coalesce(${sql}, false)` : sql);

const isDayWithTime = (a: ValueType, b: ValueType): boolean =>
  (a === 'date' && b === 'timestamptz') || (a === 'timestamptz' && b === 'date');

const isLiteral = (operand: Operand): operand is Literal => operand.kind === 'VALUE';

/** A day's first moment in the district. */
const beginning = (day: string): string => `(${day}::timestamp AT TIME ZONE '${TIME_ZONE}')`;

/** Lists are read as one text, with the separator that files have. */
const asText = ({ name, sql }: NamedColumn): string =>
  sql === 'text[]' ? `array_to_string(${escapeIdentifier(name)}, '; ')` : escapeIdentifier(name);
