/** A billable rate: whole minor units of a currency (ISO 4217) for one hour. */
export interface Rate {
  readonly amount: number;
  readonly currency: string;
}
