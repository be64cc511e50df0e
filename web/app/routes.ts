import type { UNSAFE_RouteConfigEntry as RouteConfigEntry } from "@remix-run/dev";

/** A page or a file: its URL and its file in routes/. */
const url = (path: string, name: string): RouteConfigEntry => ({ path, file: `routes/${name}.tsx` });

/** Every URL of the site. Pages inside the layout carry the header and the footer; practice and files stand alone. */
const routes: RouteConfigEntry[] = [
  {
    file: "routes/site-layout.tsx",
    children: [
      { index: true, file: "routes/landing.tsx" },
      url("credits", "credits"),
      url("sign-up", "sign-up"),
      url("check-your-mail", "check-your-mail"),
      url("verify-email", "verify-email"),
      url("login", "login"),
      url("logout", "logout"),
      url("forgot-password", "forgot-password"),
      url("reset-password", "reset-password"),
      url("confirm-email-change", "confirm-email-change"),
      url("undo-email-change", "undo-email-change"),
      url("dashboard", "dashboard"),
      url("levels", "levels"),
      url("levels/:levelId/start", "level-start"),
      url("practice/:id/result", "practice-result"),
      url("account", "account"),
      url("account/email", "account-email"),
      url("account/password", "account-password"),
      url("account/delete", "account-delete"),
      url("pricing", "pricing"),
      url("billing", "billing"),
      url("billing/welcome", "billing-welcome"),
      url("billing/change", "billing-change"),
      url("billing/cancel", "billing-cancel"),
    ],
  },
  url("practice/:id", "practice"),
  url("sound/:practiceId/:index/:part", "sound"),
  url("account/export/:id", "account-export"),
  url("*", "not-found"),
];

export default routes;
