import type { RowOf } from '@mtg/commands';
import { correctionTable } from '../../foundation/corrections/correction-table';
import { Project } from './project';

/** Values of projects and their charters before they were corrected. */
export const ProjectCorrection = correctionTable(Project, { of: { zh: '项目', en: 'a project' } });

export type ProjectCorrection = RowOf<typeof ProjectCorrection>;
