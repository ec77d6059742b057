import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@mtg/access';
import { FILE_KIND_NAMES, FolderFiles, type AttachedFiles } from '@mtg/storage';
import { dispatchStage, people, type DispatchStage, type Row } from '../dispatch';
import { tokenOf } from '../tokens';

export const MAX_BYTES = 1_000_000;

/** 大峪 with a store for files in a directory. */
export interface FileStreet extends DispatchStage {
  readonly files: AttachedFiles;
  readonly folder: string;
  upload(
    name: string,
    content: Buffer | ReadableStream<Uint8Array>,
    as?: Actor,
    query?: string,
  ): Promise<Response>;
  /** Uploads a file and attaches it. @returns the attachment */
  attach(
    name: string,
    content: Buffer | ReadableStream<Uint8Array>,
    to: { kind: string; id: string },
    as?: Actor,
  ): Promise<Row>;
  download(id: string, as?: Actor, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export const ATTACHMENT =
  'attachment { id version attachedTo fileName mediaType sizeBytes sha256 uploadedBy scanState withdrawnAt withdrawalReason }';

/** @param more of the settings */
export async function fileStreet(more: Partial<AttachedFiles> = {}): Promise<FileStreet> {
  const folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  const store = more.store ?? (await FolderFiles.open(folder));
  const files: AttachedFiles = { maxBytes: MAX_BYTES, kinds: FILE_KIND_NAMES, ...more, store };
  const stage = await dispatchStage(undefined, { files });
  const authorization = async (as: Actor | undefined): Promise<Record<string, string>> =>
    as ? { authorization: `Bearer ${await tokenOf(as)}` } : {};
  const upload: FileStreet['upload'] = async (name, content, as = people.clerk, query = '') => {
    const headers = { ...(await authorization(as)), 'content-type': 'application/octet-stream' };
    // A stream of no known length is sent while it is read.
    const request = { method: 'POST', headers, body: content, duplex: 'half' } as const;
    return fetch(`${stage.dayu.address}/attachments?name=${encodeURIComponent(name)}${query}`, request);
  };
  return {
    ...stage,
    files,
    folder,
    upload,
    attach: async (name, content, attachedTo, as = people.clerk) => {
      const answer = await upload(name, content, as);
      if (answer.status !== 201) throw new Error(await answer.text());
      const { uploadId } = (await answer.json()) as { readonly uploadId: string };
      const { attachment } = await stage.must('attachFile', { uploadId, attachedTo }, as, ATTACHMENT);
      return attachment;
    },
    download: async (id, as, headers = {}) =>
      fetch(`${stage.dayu.address}/attachments/${id}`, {
        headers: { ...headers, ...(await authorization(as)) },
      }),
    close: async () => {
      await stage.dayu.close();
      await rm(folder, { recursive: true });
    },
  };
}
