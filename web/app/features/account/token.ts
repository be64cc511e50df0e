/** The token of a mail's link; "" when there is none. Longer ones than any of ours are none. */
export function tokenOf(request: Request): string {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  return token.length <= 512 ? token : "";
}
