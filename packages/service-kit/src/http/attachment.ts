/** RFC 8187 allows fewer characters than an address does. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** `Content-Disposition` of a file (RFC 6266). @param plain a name of ASCII, for old clients @param whole the name, of any characters */
export const attachment = (plain: string, whole: string): string =>
  `attachment; filename="${plain}"; filename*=UTF-8''${encoded(whole)}`;
