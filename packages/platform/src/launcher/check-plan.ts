import { existsSync } from 'node:fs';
import { messageOf, PlatformFailure } from '../failure';
import { isPortFree } from '../process/ports';
import type { PartPlan, Plan } from './plan';

/** Finds what would fail later, before anything is started: all of it at once. */
export async function checkPlan({ parts }: Plan): Promise<void> {
  const chinese: string[] = [];
  const english: string[] = [];
  for (const part of parts) {
    const problem = (await portProblem(part)) ?? programProblem(part);
    if (!problem) continue;
    chinese.push(problem.chinese);
    english.push(problem.english);
  }
  if (chinese.length > 0) throw new PlatformFailure('part', chinese.join('\n'), english.join('\n'));
}

type Problem = { readonly chinese: string; readonly english: string } | undefined;

async function portProblem({ name, kind, host, port }: PartPlan): Promise<Problem> {
  try {
    if (await isPortFree(port, host)) return undefined;
  } catch (error) {
    return {
      chinese: `无法在 ${host}:${port} 上监听（${name}）：${messageOf(error)}。`,
      english: `${name} cannot listen on ${host}:${port}: ${messageOf(error)}.`,
    };
  }
  const gateway = kind === 'gateway';
  return {
    chinese: `端口 ${port}（${name}）已被占用。请停止占用它的程序，或${gateway ? '用 --port 指定另一端口' : '用 --free-ports 让网关以外的部分使用空闲端口'}。`,
    english: `Port ${port} (${name}) is in use. Stop the program that uses it, or ${gateway ? 'choose another port with --port' : 'use --free-ports to give free ports to all parts except the gateway'}.`,
  };
}

function programProblem({ name, program }: PartPlan): Problem {
  if (existsSync(program)) return undefined;
  return {
    chinese: `尚未构建 ${name}（缺少 ${program}）。请运行 npm run build。`,
    english: `${name} is not built (${program} is missing). Run npm run build.`,
  };
}
