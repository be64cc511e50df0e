interface Site {
  nonce: string;
  https: boolean;
  /** Where scripts, styles and fonts come from, if not from this server. */
  assetOrigin: string | null;
  /** Where forms may lead besides this site: browsers hold a form's redirects against the policy too. */
  paymentOrigins: readonly string[];
  /** Vite's development server injects styles and talks over a web socket. */
  development: boolean;
}

/** Headers of every page: nothing runs, frames, or is fetched but what this site itself serves (OWASP ASVS 5, V3.4). */
export function securityHeaders({ nonce, https, assetOrigin, paymentOrigins, development }: Site): Record<string, string> {
  const ours = ["'self'", assetOrigin].filter(Boolean).join(" ");
  const policy = {
    "default-src": "'none'",
    "script-src": `${ours} 'nonce-${nonce}'`,
    "style-src": development ? `${ours} 'unsafe-inline'` : ours,
    "img-src": `${ours} data:`,
    "font-src": ours,
    "media-src": "'self'",
    "connect-src": development ? "'self' ws:" : "'self'",
    "manifest-src": "'self'",
    "form-action": ["'self'", ...paymentOrigins].join(" "),
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  };
  return {
    "Content-Security-Policy": Object.entries(policy).map(([name, value]) => `${name} ${value}`).join("; "),
    ...(https && { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), payment=(), usb=(), microphone=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
}
