import type { NewStreet } from './request';

export const NOTES = `
例 · Example: npm run mtg -- new-street wangping 王平镇 110109005
社区（村）名单 · Communities: CSV，列为 code,name,street_code · with the columns code,name,street_code；没有名单时街道从零个社区开始，
  以后用 mtg import communities 导入 · without a list the street starts without communities. Import them later with mtg import communities
先全部算出再写入；街道已存在则拒绝 · Everything is computed before anything is written. An existing street is refused
退出码 · Exit codes: 0 完成 · done; 65 数据或文件不合要求，未写入 · data or files do not meet the requirements, nothing written; 66 文件无法读取 · file unreadable; 2 用法 · usage;
  1 构建或生成失败 · building or generating failed
`;

/** Prints the remaining manual steps. */
export const NEXT_STEPS = (
  { listing: { name, code, title }, english }: NewStreet,
  communities: number,
): string => `
${title}（${code}）已加入，社区（村） ${communities} 个 · ${english} (${code}) is added, with ${communities} communities
下一步 · Next:
  npm start -- --only ${name},district,gateway     启动并查询 · start it and query: { ${name} { name counts { communities } } }
${communities > 0 ? '' : `  npm run mtg -- import communities FILE.csv --street ${code}     导入社区（村） · import its communities\n`}  npm test && npm run check                         检查 · check
  sh secrets/make.sh && docker compose build        部署：见 docs/deployment.zh-CN.md · deploy: see docs/deployment.md
  subgraphs/${name}/src/profile.ts                  本街道的规定（如进社区天数） · rules of this street, e.g. visiting days
`;
