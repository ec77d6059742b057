import { createHash } from 'node:crypto';
import { MissingCharacters } from '@mtg/printing/parts';
import { attachment, sendProblem, type Problem } from '@mtg/service-kit';
import type { KnownStreet, MountRoutes, RouteServices } from '@mtg/subgraph-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DistrictDirectory } from '../district-references/district-directory';
import { askRow } from '../foundation/ask-row';
import type { StreetIdentity } from '../foundation/street-profile';
import { FORMATS } from './formats';
import { PRINTED_KINDS } from './kinds';
import type { PrintedKind } from './printed-kind';

type Asked = FastifyRequest<{ Params: { kind: string; file: string } }>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Changes with the layout, so that a client that has an older print gets the new one. */
const LAYOUT = '1';

/** Adds `/documents/{kind}/{id}.{format}`: a record as an official document, as its reader may read it. */
export const printingRoutes =
  (street: StreetIdentity): MountRoutes =>
  (app, services) => {
    app.get('/documents/:kind/:file', async (request: Asked, reply) =>
      print(street, services, request, reply),
    );
  };

async function print(
  street: StreetIdentity,
  services: RouteServices,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { kind: kindName, file } = request.params;
  const [, id = '', extension = ''] = /^(.*)\.([^.]*)$/.exec(file) ?? [];
  const kind = PRINTED_KINDS.get(kindName);
  const format = FORMATS.get(extension);
  if (!kind) return sendProblem(reply, noSuchKind(kindName));
  if (!format) return sendProblem(reply, noSuchFormat(file));
  if (!UUID.test(id)) return sendProblem(reply, noId(id));
  const { row, problem } = await askRow(services.ask, street, { ...kind, id }, [request, reply]);
  if (problem) return sendProblem(reply, problem);
  if (row === null) return sendProblem(reply, noRow(kind, id));
  const document = kind.documentOf(row, { street, departments: await departments(services) });
  const tag = `W/"${createHash('sha256')
    .update(JSON.stringify([LAYOUT, extension, document]))
    .digest('base64url')}"`;
  reply.headers({ etag: tag, 'cache-control': 'private, no-cache', vary: 'authorization' });
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  try {
    const content = await format.write(document);
    return reply
      .type(format.contentType)
      .header(
        'content-disposition',
        attachment(`${kindName}-${id}.${extension}`, `${fileName(street, kind, document)}.${extension}`),
      )
      .send(content);
  } catch (error) {
    if (!(error instanceof MissingCharacters)) throw error;
    reply.removeHeader('etag');
    return sendProblem(reply, missing(error.characters));
  }
}

const departments = ({ districtUrl, clock }: RouteServices): Promise<ReadonlyMap<string, string>> =>
  new DistrictDirectory(districtUrl).departments.namesNow(clock.now());

const fileName = (
  { title: street }: KnownStreet,
  { name }: PrintedKind,
  { number, title }: { readonly number?: string; readonly title: string },
): string => `${street}${name} ${number ?? title}`.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 100);

const kinds = [...PRINTED_KINDS].map(([name, kind]) => ({ zh: `${name}（${kind.name}）`, en: name }));

const noSuchKind = (name: string): Problem => ({
  code: 'NOT_FOUND',
  message: `没有“${name}”这种文件，可打印的有：${kinds.map(({ zh }) => zh).join('、')} · There are no documents "${name}". Choose from ${kinds.map(({ en }) => en).join(', ')}`,
});

const noSuchFormat = (file: string): Problem => ({
  code: 'BAD_USER_INPUT',
  message: `“${file}”：文件名须为标识加 .pdf 或 .docx · "${file}" is not an id with an extension. Ask for {id}.pdf or {id}.docx`,
});

const noId = (id: string): Problem => ({
  code: 'BAD_USER_INPUT',
  message: `“${id}”不是标识(UUID)，请用该行的 id · "${id}" is not a UUID. Use the id of the row`,
});

const noRow = ({ name, field }: PrintedKind, id: string): Problem => ({
  code: 'NOT_FOUND',
  message: `没有标识为 ${id} 的${name}，或您无权阅读；请在列表中取其 id · There is no ${field} with the id ${id} that you may read. Take the id from the list`,
});

const missing = (characters: readonly string[]): Problem => {
  const list = characters.map(
    (character) => `${character}（U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}）`,
  );
  return {
    code: 'BAD_USER_INPUT',
    message: `PDF 的字库没有这些字：${list.join('、')}；请改用 .docx，由装有该字的电脑显示 · The font of PDF files lacks these characters: ${list.join(', ')}. Ask for .docx instead`,
    extensions: { missing: characters },
  };
};
