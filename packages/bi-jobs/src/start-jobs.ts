import { sendRefusal, type Doors } from '@mtg/bi-doors';
import { readJsonBodies, refuse, RequestRefused } from '@mtg/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteGenericInterface } from 'fastify';
import { answerCreate } from './answers/create-job';
import { answerFile, type FileAddress } from './answers/download';
import { answerDelete, answerList, answerState, type JobAddress } from './answers/own-jobs';
import { JobFiles } from './files/job-files';
import type { JobsDoor } from './jobs-door';
import { Links } from './link/links';
import { EXAMPLE } from './request/read-body';
import { Runner } from './run/runner';
import type { JobSettings } from './settings';

/** Between two signs of life of a job. Programs of one warehouse take a job over after 20 s without one. */
const BEAT_MS = 1000;

type Answer<R extends RouteGenericInterface> = (
  door: JobsDoor,
  request: FastifyRequest<R>,
  reply: FastifyReply,
) => Promise<FastifyReply>;

/**
 * Mounts `/bi/jobs`, and makes the files of jobs until the server stops.
 *
 * @param settings undefined where no directory is named: the door then says so
 */
export async function startJobs(
  app: FastifyInstance,
  doors: Doors,
  settings: JobSettings | undefined,
): Promise<void> {
  const door = settings && (await openDoor(doors, settings));
  const guarded =
    <R extends RouteGenericInterface>(answer: Answer<R>) =>
    async (request: FastifyRequest<R>, reply: FastifyReply): Promise<FastifyReply> => {
      try {
        if (!door) throw refuse.because('SUBGRAPH_UNAVAILABLE', NO_DIRECTORY);
        return await answer(door, request, reply);
      } catch (error) {
        return sendRefusal(error, request, reply);
      }
    };
  await app.register(async (scope) => {
    // A body is JSON; one of another type is refused by the name of the header, and none is as good as any.
    scope.removeContentTypeParser('text/plain');
    readJsonBodies(scope, EXAMPLE);
    scope.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (_request, bytes, done) =>
      bytes.length === 0 ? done(null, undefined) : done(refuseType()),
    );
    scope.post('/bi/jobs', guarded(answerCreate));
    scope.get('/bi/jobs', guarded(answerList));
    scope.get<JobAddress>('/bi/jobs/:id', guarded(answerState));
    scope.delete<JobAddress>('/bi/jobs/:id', guarded(answerDelete));
    scope.route<FileAddress>({
      method: ['GET', 'HEAD'],
      url: '/bi/jobs/:id/:file',
      handler: guarded(answerFile),
    });
  });
  app.addHook('onClose', async () => door?.runner.stop());
}

const refuseType = (): RequestRefused =>
  new RequestRefused(
    415,
    `请求头 Content-Type 须为 application/json，请求体例如 ${EXAMPLE} · Content-Type must be application/json, and the body e.g. ${EXAMPLE}`,
  );

async function openDoor(doors: Doors, settings: JobSettings): Promise<JobsDoor> {
  const files = new JobFiles(settings.directory);
  await files.prepare();
  const runner = new Runner({ doors, files, settings, beatMs: BEAT_MS }, settings.atOnce);
  runner.start();
  return { doors, settings, files, links: new Links(doors.pool), runner };
}

const NO_DIRECTORY = {
  zh: '本平台没有后台任务：请管理员设置 insight 的 JOBS_DIR，或改用 GET /bi/{dataset}.{format} 直接下载',
  en: 'This platform makes no files in the background. Ask the administrator to set JOBS_DIR of insight, or load the file by GET /bi/{dataset}.{format}',
};
