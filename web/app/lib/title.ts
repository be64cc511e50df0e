/** A page's <title>, e.g. "Log in · Etude". */
export function titled(title: string): { title: string }[] {
  return [{ title: `${title} · Etude` }];
}
