import { data } from "@remix-run/node";

/** Any address that is no page. A route of its own, so that the header still knows who is signed in. */
export function loader() {
  throw data({ code: "NOT_FOUND" }, { status: 404 });
}

export default function NotFound() {
  return null;
}
