import { ROLE_ENTRIES, ROLES, type PolicyRow, type Role } from '@mtg/access';
import {
  APPROVAL_AUTHORITY_LABELS,
  ATTACHED_TO_LABELS,
  BODY_KIND_LABELS,
  CENTER_TYPES,
  FINDING_SUBJECT_LABELS,
  MEETING_KIND_LABELS,
  MESSAGE_PLACE_LABELS,
} from '@mtg/governance';

const KINDS = {
  ...BODY_KIND_LABELS,
  ...MEETING_KIND_LABELS,
  ...FINDING_SUBJECT_LABELS,
  ...APPROVAL_AUTHORITY_LABELS,
  ...ATTACHED_TO_LABELS,
  ...MESSAGE_PLACE_LABELS,
};

/** A role that a refusal names for the case of this row. */
export interface NamedRole {
  readonly role: Role;
  /** The center that it is named with, if it is one by itself: then it is named for things of that center. */
  readonly center: string | undefined;
}

/** The roles that a refusal (Chinese first) says may do it, as far as it speaks of the row's kind. */
export function rolesNamed(message: string, { variant }: PolicyRow): readonly NamedRole[] {
  const [zh = ''] = message.split(' · ');
  return zh.split('；').flatMap((part) => {
    const [, kinds, list = ''] = /^(?:(.+)：)?可由(.+)办理$/u.exec(part) ?? [];
    if (kinds !== undefined && (!variant || !kinds.split('、').includes(KINDS[variant].zh))) return [];
    return list ? list.split('、').map(namedRole) : [];
  });
}

function namedRole(text: string): NamedRole {
  const [, label, place] = /^(.+)（(.+)）$/u.exec(text) ?? [];
  const role = ROLES.find((each) => ROLE_ENTRIES[each].label.zh === label);
  if (!role) throw new Error(`${text} is no role`);
  const center = CENTER_TYPES.find(({ name }) => name.zh === place)?.type;
  return { role, center };
}
