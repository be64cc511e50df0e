import express, { type RequestHandler, type Router } from "express";

/** The peers that can be told to fail. */
const SERVICES = ["sendgrid"] as const;
export type Service = (typeof SERVICES)[number];

/**
 * The ways to fail: `500`, `403` and `429` answer so in the vendor's words; `html` is a 200 page of some proxy in between;
 * `hang` never answers; `lost` does the work but cuts the line before the answer; `none` works again.
 */
const MODES = ["500", "403", "429", "html", "hang", "lost", "none"] as const;
export type FaultMode = (typeof MODES)[number];

/** Takes the fault for one call, if there is one left. */
export type NextFault = () => FaultMode;

/** Switches with which callers rehearse failures: `POST /sandbox/faults {service, mode, count}` makes the next `count` calls (1 unless told) fail. */
export function createFaults(): { switchboard: Router; next(service: Service): NextFault } {
  const waiting = new Map<Service, { mode: FaultMode; left: number }>();

  const set: RequestHandler = (req, res) => {
    const { service, mode, count = 1 } = (req.body ?? {}) as { service?: Service; mode?: FaultMode; count?: number };
    if (!service || !SERVICES.includes(service)) return void res.status(400).json({ error: `service must be one of ${SERVICES.join(", ")}` });
    if (!mode || !MODES.includes(mode)) return void res.status(400).json({ error: `mode must be one of ${MODES.join(", ")}` });
    if (!Number.isInteger(count) || count < 1) return void res.status(400).json({ error: "count must be a whole number from 1" });
    waiting.set(service, { mode, left: count });
    res.json({ service, mode, count });
  };

  return {
    switchboard: express.Router().post("/", express.json(), set),
    next: (service) => () => {
      const fault = waiting.get(service);
      if (!fault || fault.left === 0) return "none";
      fault.left -= 1;
      return fault.mode;
    },
  };
}
