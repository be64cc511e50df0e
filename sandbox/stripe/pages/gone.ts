import type { Response } from "express";

import { html, sendPage } from "../../page";

/** There is nothing at this address, or nothing any more. */
export function goneFrom(res: Response, title: string): void {
  sendPage(res, { status: 404, title, content: html`<div class="plain-page"><h1>${title}</h1><p>The address may be mistyped, or the sandbox has begun anew since.</p></div>` });
}
