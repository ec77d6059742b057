import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { authorizeRole, type Actor } from '@mtg/access';
import { fileNameProblem } from '@mtg/governance';
import { PublicError, sendProblem, type Problem } from '@mtg/service-kit';
import {
  isNameOf,
  kindOf,
  receive,
  signatureOf,
  TooLargeBody,
  type AttachedFiles,
  type SpooledFile,
} from '@mtg/storage';
import type { RouteServices } from '@mtg/subgraph-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noStore } from './no-store';
import {
  COMPRESSED,
  EMPTY,
  FULL,
  NO_DIGEST,
  otherContent,
  otherDigest,
  otherKind,
  tooLarge,
  TOO_MANY,
} from './upload-problems';
import { countWaiting, storeUpload, UPLOAD_HOURS, type Upload } from './stored-uploads';

/** Files of one person that wait to be attached. */
const MOST_WAITING = 50;

interface Asked {
  readonly actor: Actor;
  readonly files: AttachedFiles;
  readonly name: string;
  /** That the client says. */
  readonly sha256: string | undefined;
}

/**
 * Takes a file as it comes: roles that may attach none are refused before a byte is read, and nothing is left of one that breaks off
 * or does not fit.
 */
export async function takeUpload(
  services: RouteServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const refuseWith = async (problem: Problem): Promise<FastifyReply> => {
    await throwAway(request.raw, services.files?.maxBytes ?? 0);
    return sendProblem(reply, problem);
  };
  const asked = await examine(services, request);
  if ('code' in asked) return refuseWith(asked);
  const { files } = asked;
  let file: SpooledFile;
  try {
    // The parser of this route leaves the body as it comes; a request without one has none.
    file = await receive(files.store, (request.body ?? request.raw) as Readable, files.maxBytes);
  } catch (error) {
    if (error instanceof TooLargeBody) return refuseWith(tooLarge(files));
    if (isFull(error)) return refuseWith(FULL);
    if (request.raw.errored || request.raw.destroyed) return reply;
    throw error;
  }
  let outcome: Upload | Problem;
  try {
    outcome = await keep(services, asked, file);
  } finally {
    // Before the client hears of it.
    await rm(file.path, { force: true });
  }
  if ('code' in outcome) return sendProblem(reply, outcome);
  const { id: uploadId, uploadedBy: _, ...facts } = outcome;
  return reply
    .code(201)
    .header('cache-control', 'no-store')
    .send({ uploadId, ...facts, validHours: UPLOAD_HOURS });
}

/** Stores a file that has come whole, or says what is wrong with it. */
async function keep(
  services: RouteServices,
  { files, name, actor, sha256 }: Asked,
  file: SpooledFile,
): Promise<Upload | Problem> {
  if (file.bytes === 0) return EMPTY;
  if (sha256 !== undefined && sha256 !== file.sha256) return otherDigest(file);
  const kind = kindOf(name, await signatureOf(file.path), files.kinds);
  if (!kind) return otherContent(name);
  const upload = {
    id: randomUUID(),
    fileName: name,
    mediaType: kind.mediaType,
    sizeBytes: file.bytes,
    sha256: file.sha256,
    uploadedBy: actor.subject,
  };
  try {
    await storeUpload(services, files.store, file, upload);
  } catch (error) {
    if (isFull(error)) return FULL;
    throw error;
  }
  return upload;
}

/** The request, or what is wrong with it before its body. */
async function examine(
  { callerOf, files, owner, database }: RouteServices,
  request: FastifyRequest,
): Promise<Asked | Problem> {
  let actor: Actor | undefined;
  try {
    actor = await callerOf(request);
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    return { code: String(error.extensions['code']), message: error.message };
  }
  const decision = authorizeRole(actor, 'attachFile', owner);
  if (!decision.allowed)
    return { code: decision.code, message: `${decision.message.zh} · ${decision.message.en}` };
  if (!actor) throw new Error('the policy table lets anonymous requests attach files');
  if (!files) return noStore();
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  const name = (query.get('name') ?? '').normalize('NFC');
  const wrong = fileNameProblem('name', name);
  if (wrong) return { code: 'BAD_USER_INPUT', message: `name：${wrong.message.zh} · ${wrong.message.en}` };
  if (!isNameOf(name, files.kinds)) return otherKind(name, files);
  const sha256 = query.get('sha256')?.toLowerCase();
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) return NO_DIGEST;
  if (Number(request.headers['content-length'] ?? 0) > files.maxBytes) return tooLarge(files);
  if (request.headers['content-encoding'] !== undefined) return COMPRESSED;
  if ((await countWaiting(database, actor.subject)) >= MOST_WAITING) return TOO_MANY;
  return { actor, files, name, sha256 };
}

/**
 * Reads the rest of a body for nothing, up to the size of a file: a client that is answered while it sends may lose the answer. Of a
 * client that sends more, the connection is left to its time limit.
 */
async function throwAway(body: IncomingMessage, most: number): Promise<void> {
  let bytes = 0;
  try {
    for await (const part of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > most) break;
    }
  } catch {
    // The client has gone: there is nothing left to read.
  }
  body.resume();
}

// Errors of the file system have a code.
const isFull = (error: unknown): boolean => (error as { readonly code?: unknown }).code === 'ENOSPC';
