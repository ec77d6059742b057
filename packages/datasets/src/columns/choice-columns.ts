import type { Bilingual } from '@mtg/governance';
import { escapeLiteral } from 'pg';
import type { Choice, DatasetColumn } from '../model/dataset';
import type { SourceColumn } from '../sources/source-table';
import { aliasAt, makeColumn, plainColumn, type Position } from './column-builder';

/** A column of codes, with what people read for them in both languages. */
export function choiceColumns(
  position: Position,
  column: SourceColumn,
  choices: readonly Choice[],
): readonly DatasetColumn[] {
  const { label, description } = column;
  const codes = plainColumn(position, column, {
    label: { zh: withEnding(label.zh, '代码'), en: `${label.en} (code)` },
    description,
    role: 'DIMENSION',
  });
  return [
    { ...codes, choices },
    labelColumn(position, column, choices, 'zh', {
      zh: withoutEnding(label.zh),
      en: `${label.en} (Chinese)`,
    }),
    labelColumn(position, column, choices, 'en', { zh: `${withoutEnding(label.zh)}(英文)`, en: label.en }),
  ];
}

const ENDING = /代码$|编码$/;
const withEnding = (zh: string, ending: string): string => (ENDING.test(zh) ? zh : `${zh}${ending}`);
const withoutEnding = (zh: string): string => zh.replace(ENDING, '');

const IN = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } } as const;

function labelColumn(
  position: Position,
  column: SourceColumn,
  choices: readonly Choice[],
  language: keyof Bilingual,
  label: Bilingual,
): DatasetColumn {
  const isList = column.sql === 'text[]';
  const codes = plainColumn(position, column, { label, description: column.description, role: 'DIMENSION' });
  const { zh, en } = IN[language];
  return makeColumn({
    ...codes,
    name: `${codes.name}_${language}`,
    sql: 'text',
    // The names of an empty list.
    nullable: isList || codes.nullable,
    description: {
      zh: `${withoutEnding(column.label.zh)}的${zh}名称${isList ? '，以顿号分隔，没有时为空' : ''}`,
      en: `${column.label.en}, in ${en}${isList ? ', separated by commas. Null without any' : ''}`,
    },
    expression: (row) => {
      const value = `${aliasAt(position, row)}.${column.name}`;
      return isList ? listed(value, choices, language) : labelled(value, choices, language);
    },
  });
}

const labelled = (value: string, choices: readonly Choice[], language: keyof Bilingual): string => {
  const cases = choices.map(
    (choice) => `WHEN ${escapeLiteral(choice.code)} THEN ${escapeLiteral(choice[language])}`,
  );
  return `CASE ${value} ${cases.join(' ')} ELSE ${value} END`;
};

const listed = (value: string, choices: readonly Choice[], language: keyof Bilingual): string => {
  const separator = language === 'zh' ? '、' : ', ';
  return `(SELECT string_agg(${labelled('listed.code', choices, language)}, '${separator}' ORDER BY listed.place) FROM unnest(${value}) WITH ORDINALITY listed(code, place))`;
};
