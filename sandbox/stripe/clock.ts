import express, { type RequestHandler, type Router } from "express";

import type { Books } from "./books";

/** Seconds that one call may move at most: more is a mistake of units. */
const FARTHEST = 2 * 366 * 24 * 3600;

interface Told {
  advanceSeconds?: unknown;
  to?: unknown;
}

/**
 * The time of all that stands on no test clock: `GET` tells it, `POST {advanceSeconds}` or `{to}` (seconds since 1970, or ISO 8601) moves it
 * forward and answers when what was due has come to pass. It runs on from there, also after a restart.
 */
export function clockApi({ books, catchUp, settled }: { books: Books; catchUp(): void; settled(): Promise<void> }): Router {
  const told = () => ({ now: books.now(), iso: new Date(books.now() * 1000).toISOString(), offset: books.offset });

  const move: RequestHandler = async (req, res) => {
    const seconds = secondsToGo((req.body ?? {}) as Told, books.now());
    if (seconds === undefined) return void res.status(400).json({ error: "Say advanceSeconds (a whole number from 0), or to (seconds since 1970 or ISO 8601, not in the past)." });
    if (seconds > FARTHEST) return void res.status(400).json({ error: "Two years at once are the most." });
    books.atomically(() => {
      books.advance(seconds);
      catchUp();
    });
    await settled();
    res.json(told());
  };
  return express
    .Router()
    .get("/", (_req, res) => void res.json(told()))
    .post("/", express.json(), move);
}

function secondsToGo({ advanceSeconds, to }: Told, now: number): number | undefined {
  const seconds = to === undefined ? advanceSeconds : (typeof to === "string" ? Math.floor(Date.parse(to) / 1000) : Number(to)) - now;
  return typeof seconds === "number" && Number.isInteger(seconds) && seconds >= 0 ? seconds : undefined;
}
