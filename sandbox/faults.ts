import express, { type RequestHandler, type Router } from "express";

/** The peers that can be told to fail. */
const SERVICES = ["sendgrid", "stripe"] as const;
export type Service = (typeof SERVICES)[number];

/**
 * The ways to fail: `500`, `403` and `429` answer so in the vendor's words; `html` is a 200 page of some proxy in between;
 * `hang` never answers; `reset` cuts the line and does nothing; `lost` does the work but cuts the line before the answer; `none` works again.
 */
const MODES = ["500", "403", "429", "html", "hang", "reset", "lost", "none"] as const;
export type FaultMode = (typeof MODES)[number];

/** Takes the fault for one call to `path`, if there is one left. */
export type NextFault = (path?: string) => FaultMode;

interface Fault {
  mode: FaultMode;
  left: number;
  /** Only calls whose path begins so fail. */
  path: string;
}

interface Wish {
  service: Service;
  mode: FaultMode;
  count: number;
  path: string;
}

function problemOf({ service, mode, count, path }: Wish): string | undefined {
  if (!SERVICES.includes(service)) return `service must be one of ${SERVICES.join(", ")}`;
  if (!MODES.includes(mode)) return `mode must be one of ${MODES.join(", ")}`;
  if (!Number.isInteger(count) || count < 1) return "count must be a whole number from 1";
  return typeof path === "string" && path.startsWith("/") ? undefined : "path must begin with a slash";
}

/**
 * Switches with which callers rehearse failures: `POST /sandbox/faults {service, mode, count, path}` makes the next `count` calls
 * (1 unless told) fail, of those whose path begins with `path` (all unless told).
 */
export function createFaults(): { switchboard: Router; next(service: Service): NextFault } {
  const waiting = new Map<Service, Fault>();

  const set: RequestHandler = (req, res) => {
    const { service, mode, count = 1, path = "/" } = (req.body ?? {}) as Partial<Wish>;
    const wish = { service, mode, count, path } as Wish;
    const error = problemOf(wish);
    if (error) return void res.status(400).json({ error });
    waiting.set(wish.service, { mode: wish.mode, left: count, path });
    res.json(wish);
  };

  return {
    switchboard: express.Router().post("/", express.json(), set),
    next: (service) => (path) => {
      const fault = waiting.get(service);
      if (!fault || fault.left === 0 || !(path ?? "/").startsWith(fault.path)) return "none";
      fault.left -= 1;
      return fault.mode;
    },
  };
}
