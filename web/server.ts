import { createServer, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { config } from "./app/lib/config.server";
import { factsOf, log } from "./app/lib/log.server";
import { requestContext } from "./app/lib/request-context.server";
import { isFromOurPages } from "./app/lib/same-site";
import { securityHeaders } from "./app/lib/security-headers.server";

const BUILD = path.resolve("build/web/app");
/** Far above the longest form of ours. */
const MAX_BODY_BYTES = 100_000;
const DRAIN_MS = 8_000;
const { development, production, host, port, webUrl, assetOrigin, paymentOrigins, trustedProxies } = settings();

function settings() {
  try {
    return config();
  } catch (error) {
    log("error", error instanceof Error ? error.message : "web can't start");
    return process.exit(1);
  }
}

/** Every response's id and headers, and one line in the log: paths only, since query strings may hold tokens. */
function identify(req: Request, res: Response, next: NextFunction): void {
  const context = requestContext(req, res);
  const began = performance.now();
  res.locals["context"] = context;
  res.set("X-Request-Id", context.requestId);
  res.set(securityHeaders({ nonce: context.nonce, https: webUrl.startsWith("https:"), assetOrigin, paymentOrigins, development }));
  res.on("finish", () => {
    const ms = Math.round(performance.now() - began);
    log(res.statusCode >= 500 ? "error" : "info", "request", { requestId: context.requestId, method: req.method, path: req.path, status: res.statusCode, ms });
  });
  next();
}

/** Refuses what other sites' pages try to change here, and bodies no form of ours sends. */
function refuseForeign(req: Request, res: Response, next: NextFunction): void {
  const ownOrigins = production ? [webUrl] : [webUrl, `${req.protocol}://${req.get("host")}`];
  const submission = { method: req.method, origin: req.get("origin"), secFetchSite: req.get("sec-fetch-site"), ownOrigins };
  if (!isFromOurPages(submission)) {
    res.status(403).type("text").send("This form was sent from another site, so it was not accepted.");
  } else if (req.get("transfer-encoding") !== undefined) {
    res.status(411).type("text").send("Please say how long the request is.");
  } else if (Number(req.get("content-length") ?? 0) > MAX_BODY_BYTES) {
    res.status(413).type("text").send("That is longer than any form here.");
  } else {
    next();
  }
}

/** The last resort: what failed before or outside Remix. Files that aren't there and addresses that can't be read are no bugs. */
// eslint-disable-next-line max-params -- Express knows error handlers by their four
function answerFailure(error: unknown, _req: Request, res: Response, next: NextFunction): void {
  const told = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
  const status = told >= 400 && told < 500 ? told : 500;
  if (status === 500) log("error", "request failed", factsOf(error));
  if (res.headersSent) return next(error);
  res.status(status).type("text").send(status === 500 ? "Something went wrong on our side. Please try again." : "There is nothing at this address.");
}

/** Files named by their content never change; the rest of the public folder may. */
function serveFiles(app: Express): void {
  const client = path.join(BUILD, "client");
  const setHeaders = (res: ServerResponse) => res.setHeader("X-Content-Type-Options", "nosniff");
  const options = { index: false, redirect: false, setHeaders };
  app.use("/assets", express.static(path.join(client, "assets"), { ...options, immutable: true, maxAge: "1y", fallthrough: false }));
  app.use(express.static(client, { ...options, maxAge: "1h" }));
}

async function remixBuild(app: Express, server: Server): Promise<ServerBuild | (() => Promise<ServerBuild>)> {
  if (!development) {
    serveFiles(app);
    const built: ServerBuild = await import(pathToFileURL(path.join(BUILD, "server/index.js")).href);
    return built;
  }
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({ configFile: "web/vite.config.ts", server: { middlewareMode: true, hmr: { server } } });
  app.use(vite.middlewares);
  return async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
}

function stopGently(server: Server): void {
  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

async function main(): Promise<void> {
  const app = express().disable("x-powered-by").disable("etag").set("trust proxy", trustedProxies);
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000 }, app);
  app.get("/healthz", (_req, res) => res.type("text").send("ok"));
  app.use(compression());
  const build = await remixBuild(app, server);
  app.use(identify);
  const getLoadContext = (_req: Request, res: Response): AppLoadContext => res.locals["context"];
  app.all("/{*path}", refuseForeign, createRequestHandler({ build, getLoadContext, mode: development ? "development" : "production" }));
  app.use(answerFailure);
  stopGently(server);
  server.listen(port, host, () => log("info", "web is ready", { url: webUrl, host, port }));
}

main().catch((error: unknown) => {
  log("error", "web can't start", factsOf(error));
  process.exit(1);
});
