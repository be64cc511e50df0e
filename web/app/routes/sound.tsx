import type { LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { passThrough } from "../lib/api.server";

/** The sound of a question or of an answer, from the API to the learner who practises it. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { practiceId = "", index = "", part = "" } = params;
  if (!/^[\w-]+$/.test(practiceId) || !/^\d+$/.test(index) || !/^[\w-]+\.wav$/.test(part)) throw data(null, { status: 404 });
  return passThrough(context, request, `/api/sound/${practiceId}/${index}/${part}`);
}
