import { Outlet, useRouteLoaderData } from "@remix-run/react";
import { Shell } from "../ui/shell";

/** The header and the footer around most pages; who is signed in comes from the root's loader. */
export default function SiteLayout() {
  const root = useRouteLoaderData<{ signedIn: boolean }>("root");
  return (
    <Shell signedIn={root?.signedIn ?? false}>
      <Outlet />
    </Shell>
  );
}
