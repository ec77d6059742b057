/** Address and query of a snippet. */
export interface SnippetInput {
  /** Address of the warehouse's doors, e.g. `https://data.example.cn/bi/`. */
  readonly base: string;
  readonly dataset: string;
  /** Parameters of a file, as a form encodes them: without quotes, so that a snippet may put them between quotes. */
  readonly query: string;
}

export interface Snippet {
  readonly tool: string;
  readonly text: string;
}

/** For each tool what to copy. `NAME`, `KEY` and `PORT` are to be replaced by what `mtg bi grant` gave out. */
export function snippetsFor({ base, dataset, query }: SnippetInput): readonly Snippet[] {
  const file = (format: string): string => `${base}${dataset}.${format}${query === '' ? '' : `?${query}`}`;
  const odata = new URL(`../odata/${dataset}`, base).toString();
  const root = new URL('../odata/', base).toString();
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
      text: `let\n  Source = OData.Feed("${root}", null, [Implementation = "2.0"]),\n  Table = Source{[Name = "${dataset}", Signature = "table"]}[Data]\nin\n  Table`,
    },
    { tool: 'Tableau (OData)', text: odata },
    {
      tool: 'psql',
      text: `psql 'postgresql://bi_NAME:KEY@${host}:PORT/insight' -c 'SELECT * FROM bi.${dataset} LIMIT 10'`,
    },
    { tool: '帆软 / JDBC', text: `jdbc:postgresql://${host}:PORT/insight?currentSchema=bi` },
    { tool: 'Metabase / Superset', text: `postgresql://bi_NAME:KEY@${host}:PORT/insight` },
    { tool: 'Grafana (Infinity)', text: `${base}${dataset}/summary.json?group=street_name&measures=count` },
  ];
}
