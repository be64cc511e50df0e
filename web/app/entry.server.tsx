import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext, type HandleDataRequestFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { factsOf, log } from "./lib/log.server";
import { Nonce } from "./lib/nonce";

const ABORT_MS = 8_000;

/** What a signed-in person saw is in no cache; other pages are asked for anew each time, since the header differs. */
function cacheControl(context: AppLoadContext): string {
  return context.session.exists() ? "no-store" : "private, no-cache";
}

// eslint-disable-next-line max-params -- Remix calls it so
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Cache-Control", cacheControl(context));
  const wholePage = isbot(request.headers.get("user-agent"));
  return new Promise((resolve, reject) => {
    let shellSent = false;
    const body = new PassThrough();
    const send = () => {
      shellSent = true;
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      pipe(body);
    };
    const page = (
      <Nonce.Provider value={context.nonce}>
        <RemixServer context={remix} url={request.url} nonce={context.nonce} abortDelay={ABORT_MS} />
      </Nonce.Provider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onShellReady: wholePage ? undefined : send,
      onAllReady: wholePage ? send : undefined,
      onShellError: reject,
      onError(error) {
        status = 500;
        if (shellSent) log("error", "rendering failed", { requestId: context.requestId, ...factsOf(error) });
      },
    });
    setTimeout(abort, ABORT_MS).unref();
  });
}

export const handleDataRequest: HandleDataRequestFunction = (response, { context }) => {
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", cacheControl(context));
  return response;
};

/** Bugs, whole, once, with the request's id; pages show only that something went wrong. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (!request.signal.aborted) log("error", "a page failed", { requestId: context.requestId, path: context.path.split("?")[0], ...factsOf(error) });
}
