/** Address and query of a snippet. */
export interface SnippetInput {
  /** Address of the warehouse's doors, e.g. `https://data.example.cn/bi/`. */
  readonly base: string;
  readonly dataset: string;
  readonly filter: string;
  readonly order: string;
}

export interface Snippet {
  readonly tool: string;
  readonly text: string;
  /** True for lines that lead to the whole dataset, whatever the filter and the order. */
  readonly isWhole?: boolean;
}

/** Without quotes and spaces, so that a snippet may put it between quotes. */
const encoded = (text: string): string => encodeURIComponent(text).replaceAll("'", '%27');

/** An address with those of its parameters that are given. */
function withParameters(address: string, parameters: Readonly<Record<string, string>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === '' ? [] : [`${name}=${encoded(value)}`],
  );
  if (given.length === 0) return address;
  return `${address}${address.includes('?') ? '&' : '?'}${given.join('&')}`;
}

/** For each tool what to copy. `NAME`, `KEY` and `PORT` are to be replaced by what `mtg bi grant` gave out. */
export function snippetsFor({ base, dataset, filter, order }: SnippetInput): readonly Snippet[] {
  const file = (format: string): string => withParameters(`${base}${dataset}.${format}`, { filter, order });
  const root = new URL('../odata/', base).toString();
  const odata = withParameters(`${root}${dataset}`, { $filter: filter, $orderby: order });
  const host = new URL(base).hostname;
  return [
    { tool: 'curl', text: `curl --fail -u NAME:KEY '${file('csv')}' -o ${dataset}.csv` },
    {
      tool: 'Python',
      text: `import pandas as pd, requests, io\nanswer = requests.get('${file('csv')}', auth=('NAME', 'KEY'))\nanswer.raise_for_status()\ntable = pd.read_csv(io.BytesIO(answer.content))`,
    },
    {
      tool: 'R',
      text: `library(httr)\nanswer <- GET('${file('csv')}', authenticate('NAME', 'KEY'))\nstop_for_status(answer)\ntable <- read.csv(text = content(answer, 'text', encoding = 'UTF-8'))`,
    },
    {
      tool: 'Arrow (pyarrow, Polars)',
      text: `import pyarrow as pa, requests\nanswer = requests.get('${file('arrow')}', auth=('NAME', 'KEY'))\nanswer.raise_for_status()\ntable = pa.ipc.open_stream(answer.content).read_all()  # polars.from_arrow(table)`,
    },
    {
      tool: 'DuckDB',
      text: `curl --fail -u NAME:KEY '${file('parquet')}' -o ${dataset}.parquet\nduckdb -c "SELECT * FROM '${dataset}.parquet' LIMIT 10"`,
    },
    {
      tool: 'Excel / Power BI (M)',
      text:
        filter === '' && order === ''
          ? `let\n  Source = OData.Feed("${root}", null, [Implementation = "2.0"]),\n  Table = Source{[Name = "${dataset}", Signature = "table"]}[Data]\nin\n  Table`
          : `let\n  Table = OData.Feed("${odata}", null, [Implementation = "2.0"])\nin\n  Table`,
    },
    { tool: 'Tableau (OData)', text: odata },
    {
      tool: 'psql',
      text: `psql 'postgresql://bi_NAME@${host}:PORT/insight' -c 'SELECT * FROM bi.${dataset} LIMIT 10'`,
      isWhole: true,
    },
    {
      tool: '帆软 / JDBC',
      text: `jdbc:postgresql://${host}:PORT/insight?currentSchema=bi&user=bi_NAME&password=KEY`,
      isWhole: true,
    },
    {
      tool: 'Metabase / Superset',
      text: `postgresql://bi_NAME:KEY@${host}:PORT/insight`,
      isWhole: true,
    },
    {
      tool: 'Grafana (Infinity)',
      text: withParameters(`${base}${dataset}/summary.json?group=street_name&measures=count`, { filter }),
    },
  ];
}
