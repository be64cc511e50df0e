import express, { type Request, type RequestHandler, type Response, type Router } from "express";

import type { NextFault } from "../../faults";
import type { StripeSettings } from "../../settings";
import { API_VERSION, newId, StripeRefusal, type Books, type Routes, type Store } from "../books";
import type { Watch } from "../contract/watch";
import { letIn } from "./caller";
import { carryOut, type Work } from "./carry-out";
import { FAILED_ANSWERS, failWithout } from "./failures";
import { readForm, type Params } from "./form";
import { idempotencyKeys, type Answered, type Asked } from "./idempotency";
import { matcherOf } from "./matching";
import { refusalBody } from "./refusal-body";

export interface StripeApi {
  books: Books;
  store: Store;
  routes: Routes;
  settings: StripeSettings;
  fault: NextFault;
  /** The wall clock. */
  wall: () => Date;
  /** Brings to pass what is due, before each call. */
  catchUp(): void;
  watch: Watch;
}

/** One request on its way. */
interface Call {
  id: string;
  path: string;
  params: Params;
  /** Of a POST with an idempotency key. */
  asked: Asked | undefined;
}

/** Stripe's API on `/v1`, as far as the routes go. */
export function stripeApi(options: StripeApi): Router {
  const { books, store, routes, settings, fault, wall, catchUp, watch } = options;
  const match = matcherOf(routes);
  const keys = idempotencyKeys(store, wall);

  const work = (req: Request, { id, path, params, asked }: Call): Answered => {
    const found = match(req.method, path);
    if (!found) throw new StripeRefusal(404, { type: "invalid_request_error", message: `Unrecognized request URL (${req.method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.` });
    catchUp();
    const task: Work = { books, found, params, headers: req, baseUrl: settings.sandboxUrl, request: id, watch };
    return carryOut(task, (answered) => asked && keys.keep(asked, answered, id));
  };

  const answerOnce = (req: Request, res: Response, call: Call): void => {
    const { asked, path, id } = call;
    const mode = fault(path);
    if (mode === "hang") return void (asked && res.once("close", keys.use(asked.key)));
    if (mode === "html" || mode === "reset") return failWithout(res, mode);
    const failed: Answered | undefined = FAILED_ANSWERS[mode];
    if (failed?.status === 500 && asked) keys.keep(asked, failed, id);
    const answered = failed ?? work(req, call);
    if (mode === "lost") return void res.destroy();
    send(res, answered);
  };

  const answer: RequestHandler = (req, res) => {
    const id = newId("req");
    res.set({ "request-id": id, "stripe-version": API_VERSION });
    respond(res, watch, () => {
      letIn(req);
      const call = readCall(req, id);
      const before = call.asked && keys.answerTo(call.asked);
      return before ? replay(res, before) : answerOnce(req, res, call);
    });
  };
  return express.Router().use(express.text({ type: () => true, limit: "1mb" }), answer);
}

function readCall(req: Request, id: string): Call {
  const path = `/v1${req.path}`;
  const query = readForm(req.url.split("?")[1] ?? "");
  const params = { ...query, ...readForm(typeof req.body === "string" ? req.body : "") };
  const key = req.method === "POST" ? req.get("idempotency-key") : undefined;
  return { id, path, params, asked: key ? { key, endpoint: path, params } : undefined };
}

function respond(res: Response, watch: Watch, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof StripeRefusal) return send(res, { status: error.status, body: refusalBody(error) });
    const reason = error instanceof Error ? error.message : String(error);
    watch.mistake(reason, error);
    res.set("stripe-should-retry", "false"); // It would fail again.
    send(res, { status: 500, body: { error: { type: "api_error", message: `The sandbox failed: ${reason}` } } });
  }
}

function replay(res: Response, answered: Answered & { request: string }): void {
  res.set({ "idempotent-replayed": "true", "original-request": answered.request });
  // What was kept stays what it is: asking again with the key leads nowhere.
  if (answered.status >= 500) res.set("stripe-should-retry", "false");
  send(res, answered);
}

/** Says, where the status leaves it open, whether asking again may help. */
function send(res: Response, { status, body }: Answered): void {
  if (status === 409) res.set("stripe-should-retry", "true");
  if (status < 500 && status >= 400 && status !== 409) res.set("stripe-should-retry", "false");
  res.status(status).json(body);
}
