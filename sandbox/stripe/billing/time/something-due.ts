/** Something that time brings to pass. */
export interface Due {
  /** In seconds, by the customer's clock. */
  at: number;
  customer: string | null;
  happen(): void;
}
