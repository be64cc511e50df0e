import type { LoaderFunctionArgs } from "@remix-run/node";
import { passThrough } from "../lib/api.server";

/** The learner's own data, as the API made it; 404 for anyone else. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const file = await passThrough(context, request, `/api/exports/${encodeURIComponent(params["id"] ?? "")}`);
  file.headers.set("Cache-Control", "no-store");
  return file;
}
