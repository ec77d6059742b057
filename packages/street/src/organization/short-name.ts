/** A residents' committee: 社区居委会, 居民委员会. What it is of may be called 社区, which its short name leaves out. */
const RESIDENTS = /(社区)?居(委|民委员)会$/u;

/** A villagers' committee: 村委会, 村民委员会. 村 belongs to the name of the village, whether it is written once or twice. */
const VILLAGERS = /村?村(委|民委员)会$/u;

/**
 * The name of a community or village without its committee: 龙山一区社区居委会 is 龙山一区, 韭园村村委会 is 韭园村.
 * A name that is nothing but a committee stays whole.
 */
export function shortNameOf(name: string): string {
  const short = name.replace(RESIDENTS, '').replace(VILLAGERS, '村');
  return short === '' || short === '村' ? name : short;
}

/** The same in SQL. @param name SQL of the name */
export function shortNameSql(name: string): string {
  const short = `regexp_replace(regexp_replace(${name}, '${RESIDENTS.source}', ''), '${VILLAGERS.source}', '村')`;
  return `CASE WHEN ${short} IN ('', '村') THEN ${name} ELSE ${short} END`;
}
