import { createContext } from "react";

/** The nonce of this response's scripts: known while the server renders, kept from the page's data and from scripts. */
export const Nonce = createContext<string | undefined>(undefined);
