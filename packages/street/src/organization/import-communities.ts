import { checkCommunityCode } from '@mtg/governance';
import type { ImportDefinition, LineProblem } from '@mtg/subgraph-kit';
import type { StreetIdentity } from '../street-profile';
import { Community } from './community';
import { communityRow } from './community-row';

/** The columns of `communities.csv`; `street_name` may be there and is for the reader. */
const COLUMNS = ['code', 'name', 'street_code'] as const;

/** A file of communities for one street. A community of another street is refused, by its code and by its street. */
export const communityImport = ({ divisionCode, title }: StreetIdentity): ImportDefinition<Community> => ({
  entity: Community,
  key: 'code',
  columns: COLUMNS,
  toRow: ({ line, values }, fileName) => {
    const { code = '', name = '', street_code: streetCode = '' } = values;
    const problems: LineProblem[] = [];
    const refusal = checkCommunityCode(code, divisionCode);
    if (refusal)
      problems.push({ line, column: 'code', reason: `${refusal.message.zh} · ${refusal.message.en}` });
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
