import type { Bilingual } from '@mtg/governance';

/** A request that is refused for what it asks of the protocol, not for what it asks of the data. */
export class ODataProblem extends Error {
  /** @param target part of the request, e.g. `$expand` */
  constructor(
    readonly status: number,
    readonly code: string,
    { zh, en }: Bilingual,
    readonly target?: string,
  ) {
    super(`${zh} · ${en}`);
  }
}

/** Something of OData that this service does not have. */
export const notOffered = (target: string, next: Bilingual): ODataProblem =>
  new ODataProblem(
    501,
    'NOT_IMPLEMENTED',
    { zh: `本服务不提供 ${target}：${next.zh}`, en: `${target} is not offered. ${next.en}` },
    target,
  );

export const badRequest = (target: string, text: Bilingual): ODataProblem =>
  new ODataProblem(400, 'BAD_USER_INPUT', text, target);

export const unknownResource = (name: string): ODataProblem =>
  new ODataProblem(404, 'NOT_FOUND', {
    zh: `没有资源“${name}”：请读取服务文档 /odata/，其中列出全部数据集`,
    en: `There is no resource “${name}”. Read the service document /odata/, which lists all datasets`,
  });
