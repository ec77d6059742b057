/** True if `If-None-Match` names an entity tag. Weak and strong tags of one content count as the same (RFC 9110, 13.1.2). */
export const namesTag = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(',').some((each) => each.trim() === '*' || opaque(each.trim()) === opaque(tag));

const opaque = (tag: string): string => tag.replace(/^W\//, '');
