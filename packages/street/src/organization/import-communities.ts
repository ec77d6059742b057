import { checkCommunityCode, MARK } from '@mtg/governance';
import type { ImportColumn, ImportDefinition, LineProblem } from '@mtg/subgraph-kit';
import type { StreetIdentity } from '../foundation/street-profile';
import { Community } from './community';
import { communityRow } from './community-row';

/** The columns of `communities.csv`; `street_name` may be there and is for the reader. */
export const COMMUNITY_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'code',
    title: { zh: '编码', en: 'code' },
    also: ['代码', '社区编码', '社区代码', '统计用区划代码'],
    kind: MARK,
  },
  { name: 'name', title: { zh: '名称', en: 'name' }, also: ['社区', '社区名称'], kind: MARK },
  {
    name: 'street_code',
    title: { zh: '街道代码', en: 'street code' },
    also: ['街道编码', '街道区划代码', '所属街道代码'],
    kind: MARK,
    property: 'streetDivisionCode',
  },
];

const LOST_ZEROS = {
  zh: '若文件经 Excel 打开过，开头的零会丢失：请将该列设为“文本”格式后重新填入。',
  en: ' Excel drops zeros at the start of a number: if it had the file, format the column as Text and enter the codes again.',
};

/** A file of communities for one street. A community of another street is refused, by its code and by its street. */
export const communityImport = ({ divisionCode, title }: StreetIdentity): ImportDefinition<Community> => ({
  name: 'importCommunities',
  entity: Community,
  key: 'code',
  namesDiffer: { name: 'name' },
  columns: COMMUNITY_COLUMNS,
  toRow: ({ line, values }, fileName) => {
    const { code = '', name = '', street_code: streetCode = '' } = values;
    const problems: LineProblem[] = [];
    const refusal = checkCommunityCode(code, divisionCode);
    const lost = /^\d{1,11}$/.test(code) ? LOST_ZEROS : { zh: '', en: '' };
    if (refusal)
      problems.push({
        line,
        column: 'code',
        reason: `${refusal.message.zh}${lost.zh} · ${refusal.message.en}${lost.en}`,
      });
    if (name === '') problems.push({ line, column: 'name', reason: '社区名称为空 · the name is empty' });
    if (streetCode !== divisionCode) {
      problems.push({
        line,
        column: 'street_code',
        reason: `“${streetCode}”不是${title}的区划代码 ${divisionCode} · not the division code of this street, which is ${divisionCode}`,
      });
    }
    return problems.length > 0
      ? problems
      : communityRow(code, name, divisionCode, `import:${fileName}:${line}`);
  },
});
