import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '@mtg/subgraph-kit';
import { STREETS, subgraphFolder, SUBGRAPHS, type StreetListing } from '@mtg/subgraphs';
import { Command } from 'commander';
import { CommandFailure } from '../command-failure';
import { readInput } from '../input-file';
import { changesFor, type Change } from './changes';
import { readCommunities } from './communities';
import { NEXT_STEPS, NOTES } from './help';
import { PlaceMissing } from './place-missing';
import { preview } from './preview';
import { checkRequest, type NewStreet } from './request';
import { linkPackage, writeChanges } from './write';

interface Options {
  readonly english?: string;
  readonly port?: string;
  readonly communities?: string;
  readonly dryRun?: boolean;
  readonly generate: boolean;
}

const ROOT = join(subgraphFolder('.'), '..');

export const newStreetCommand = (): Command =>
  new Command('new-street')
    .description(
      '新增一个街道：写出它的全部文件和各清单中的条目 · Add a street: write all its files and its entries in every list',
    )
    .argument('<name>', '目录名、根字段名和代码，如 wangping · folder, root field and code, e.g. wangping')
    .argument('<title>', '中文名称，以街道、镇、乡或地区结尾 · Chinese name, e.g. 王平镇')
    .argument('<division-code>', '九位统计用区划代码 · statistical division code, nine digits')
    .option(
      '--english <name>',
      '英文名称（默认由拼音和类别组成） · English name (default from pinyin and kind, e.g. Wangping Town)',
    )
    .option(
      '--port <number>',
      '子图端口（默认接着其他街道的） · port of its subgraph (default the next unused one)',
    )
    .option(
      '--communities <file>',
      '统计局的社区（村）名单 · list of communities of the Bureau of Statistics, CSV',
    )
    .option('--dry-run', '只显示将写入的内容 · show what would be written, write nothing')
    .option('--no-generate', '不构建，不生成模式和超图 · skip building and generating')
    .addHelpText('after', NOTES)
    .action(addStreet);

function addStreet(name: string, title: string, divisionCode: string, options: Options): void {
  const street = requested({ name, title, divisionCode, english: options.english, port: options.port });
  const communities =
    options.communities === undefined ? [] : communitiesOf(options.communities, street.listing);
  const changes = planned(() => changesFor(street, modelStreet(), read, communities));
  if (options.dryRun) {
    process.stdout.write(changes.map(preview).join('\n'));
    process.stdout.write('试运行，未写入 · dry run, nothing written\n');
    return;
  }
  writeChanges(ROOT, changes);
  linkPackage(ROOT, name);
  process.stdout.write(changes.map(told).join(''));
  if (options.generate) generate();
  process.stdout.write(NEXT_STEPS(street, communities.length));
}

function requested(given: Parameters<typeof checkRequest>[0]): NewStreet {
  const street = checkRequest(given, {
    subgraphs: SUBGRAPHS,
    rootFields: rootFieldsOf(read('gateway/supergraph.graphql')),
    parts: partsOf(),
    hasFolder: (name) => existsSync(subgraphFolder(name)),
  });
  if ('listing' in street) return street;
  throw new CommandFailure(EXIT.USAGE, street.join('\n'));
}

function communitiesOf(file: string, listing: StreetListing) {
  const found = readCommunities(readInput(file), listing);
  if ('communities' in found) return found.communities;
  throw new CommandFailure(EXIT.DATA, [...found.problems, '未写入任何文件 · Nothing was written'].join('\n'));
}

function planned(plan: () => readonly Change[]): readonly Change[] {
  try {
    return plan();
  } catch (error) {
    if (error instanceof PlaceMissing) throw new CommandFailure(EXIT.DATA, error.message);
    throw error;
  }
}

/** A street that has nothing of its own, so that nothing of it is copied that is not every street's. */
function modelStreet(): StreetListing {
  const model = STREETS.find(({ name }) => !existsSync(join(subgraphFolder(name), 'src', 'extras')));
  if (model) return model;
  throw new PlaceMissing('subgraphs/', '没有 src/extras 的街道 · a street without src/extras');
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Folders of the project and its packages; a street's package begins with `subgraph-` as some others do. */
const partsOf = (): readonly string[] =>
  [...readdirSync(ROOT), ...readdirSync(join(ROOT, 'packages'))].map((name) =>
    name.replace(/^subgraph-/u, ''),
  );

/** Names of the root fields in a schema as it is printed. */
function rootFieldsOf(sdl: string): readonly string[] {
  const [, fields = ''] = /^type Query\b(.*?)^\}/msu.exec(sdl) ?? [];
  return [...fields.matchAll(/^ {2}(\w+)[:(]/gmu)].map(([, name = '']) => name);
}

const told = ({ path, before }: Change): string =>
  `${before === undefined ? '新建 · new     ' : '修改 · changed '} ${path}\n`;

/** Builds the street, and generates its schema and the supergraph with it. */
function generate(): void {
  const { status } = spawnSync('npm', ['run', '--silent', 'generate'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  throw new CommandFailure(
    EXIT.FAILURE,
    '文件已写入，但构建或生成失败，原因见上；请更正后运行 npm run generate · The files are written, but building or generating failed (see above). Correct the cause and run npm run generate',
  );
}
