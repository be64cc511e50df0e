import { type NextFunction, type Request, type Response, Router } from "express";

import { findExport } from "../modules/accounts";
import { practiceSound } from "../modules/learning";
import type { Context } from "../platform/context";
import { contextForRequest, type Parts } from "./create-context";
import { answerError } from "./guards";

type Door = (ctx: Context, req: Request, res: Response) => Promise<void>;

/** What is fetched as a file, by its owner only; to everybody else it does not exist. */
export function downloads(parts: Parts): Router {
  const router = Router();
  const open = (door: Door) => async (req: Request, res: Response, next: NextFunction) => {
    try {
      res.setHeader("cache-control", "private, no-store");
      await door(await contextForRequest(parts, req, res), req, res);
    } catch (error) {
      next(error);
    }
  };
  router.get("/sound/:practiceId/:index/:part.wav", open(sound));
  router.get("/exports/:id", open(dataExport));
  return router;
}

const missing = (res: Response) => void answerError(res, 404, "NOT_FOUND", "There is nothing at this address.");

const sound: Door = async (ctx, req, res) => {
  const { practiceId, index, part } = req.params as Record<string, string>;
  const wav = await practiceSound(ctx, { practiceId: practiceId ?? "", index: Number(index), part: part ?? "" });
  if (!wav) return missing(res);
  res.type("audio/wav").send(wav);
};

const dataExport: Door = async (ctx, req, res) => {
  const content = await findExport(ctx, String(req.params.id));
  if (!content) return missing(res);
  res.attachment("etude-data.json").type("application/json").send(JSON.stringify(content, null, 2));
};
