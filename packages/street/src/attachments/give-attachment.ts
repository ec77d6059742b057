import type { Role } from '@mtg/access';
import { ScanState } from '@mtg/governance';
import { attachment as disposition, sendProblem, type Problem } from '@mtg/service-kit';
import type { RouteServices } from '@mtg/subgraph-kit';
import { extensionOf, type AttachedFiles } from '@mtg/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { askRow } from '../foundation/ask-row';
import type { StreetIdentity } from '../foundation/street-profile';
import { noStore } from './no-store';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * With the text of a log and the withdrawal, so that who downloads a file of a log, or one that was withdrawn, is recorded as its
 * reader where such readings are.
 */
const SELECTION = `id fileName mediaType sizeBytes sha256 scanState withdrawnAt sample sentimentLog { text }`;

const shape = z.object({
  id: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  scanState: z.enum(ScanState),
  withdrawnAt: z.string().nullable(),
  sample: z.boolean(),
});
type Row = z.infer<typeof shape>;

/** Answers with the bytes of an attachment, as its reader may read the record. */
export async function giveAttachment(
  street: StreetIdentity,
  { ask, files, callerOf }: RouteServices,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id } = request.params;
  if (!UUID.test(id)) return sendProblem(reply, noId(id));
  const asked = { field: 'attachment', selection: SELECTION, id };
  const { row: given, problem } = await askRow(ask, street, asked, [request, reply]);
  if (problem) return sendProblem(reply, problem);
  if (given === null) return sendProblem(reply, noRow(id));
  if (!files) return sendProblem(reply, noStore());
  const row = shape.parse(given);
  const role = (await callerOf(request))?.role;
  const refusal = refusalOf(row, files, role);
  if (refusal) return sendProblem(reply, refusal);
  const tag = `"${row.sha256}"`;
  reply.headers({ etag: tag, 'cache-control': 'private, no-cache', vary: 'authorization' });
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  const content = await files.store.read(row.sha256);
  if (!content) {
    request.log.error({ requestId: request.id, attachment: id }, 'the bytes of an attachment are missing');
    reply.removeHeader('etag');
    return sendProblem(reply, lost(row));
  }
  return reply
    .headers({
      'content-type': row.mediaType,
      'content-length': String(row.sizeBytes),
      'content-disposition': disposition(`${row.id}.${extensionOf(row.fileName)}`, row.fileName),
    })
    .send(content);
}

/** The reason for which a file is not given to a reader of its record. The auditor reads what was withdrawn. */
function refusalOf(
  { fileName, scanState, withdrawnAt, sample }: Row,
  { scanner }: AttachedFiles,
  role: Role | undefined,
): Problem | undefined {
  if (withdrawnAt !== null && role !== 'AUDITOR') {
    return {
      code: 'NOT_FOUND',
      message: `${fileName} 已撤回，不可下载；理由见 withdrawalReason · ${fileName} was withdrawn and cannot be downloaded. Read the reason in withdrawalReason`,
    };
  }
  if (sample) {
    return {
      code: 'NOT_FOUND',
      message: `${fileName} 是样例，没有文件；请附上真实文件 · ${fileName} is sample data without a file. Attach a real one`,
    };
  }
  if (scanState === 'INFECTED') {
    return {
      code: 'FORBIDDEN',
      message: `${fileName} 有病毒，已隔离，不可下载；请撤回并另附 · ${fileName} is infected and in quarantine. Withdraw it and attach a clean file`,
    };
  }
  if (scanState === 'UNSCANNED' && scanner) {
    return {
      code: 'CONFLICT',
      message: `${fileName} 尚未经病毒扫描，请稍后再试 · ${fileName} has not been scanned for viruses yet. Try again later`,
    };
  }
  return undefined;
}

const noId = (id: string): Problem => ({
  code: 'BAD_USER_INPUT',
  message: `“${id}”不是标识(UUID)，请用附件的 id · "${id}" is not a UUID. Use the id of the attachment`,
});

const noRow = (id: string): Problem => ({
  code: 'NOT_FOUND',
  message: `没有标识为 ${id} 的附件，或您无权阅读所附的记录；请在记录的 attachments 中取其 id · There is no attachment with the id ${id} that you may read. Take the id from \`attachments\` of the record`,
});

const lost = ({ fileName }: Row): Problem => ({
  code: 'INTERNAL_SERVER_ERROR',
  message: `${fileName} 的内容不在存储中，请通知运维从备份恢复 · The content of ${fileName} is missing from the store. Ask the operator to restore it from a backup`,
});
