/** Columns as programs give them. What is unknown has a value of its own in every kind. */

/** Unknown in a column of 32-bit integers or days. */
export const UNKNOWN_INT32 = -0x8000_0000;
/** Unknown in a column of 64-bit integers. */
export const UNKNOWN_INT64 = -0x8000_0000_0000_0000n;

export type Column =
  /** 0 no, 1 yes, anything else unknown. */
  | { readonly kind: 'yes-no'; readonly values: Uint8Array }
  /** Bitmaps, least significant bit first, as Arrow has them. Without validity every row is known. */
  | { readonly kind: 'bits'; readonly values: Uint8Array; readonly validity?: Uint8Array | undefined }
  /** Choices, places and parties: positions in a dictionary of names. Null and positions outside are unknown. */
  | {
      readonly kind: 'codes';
      readonly values: Uint8Array | Uint16Array | Int32Array;
      readonly dictionary: readonly (string | null)[];
    }
  /** Days since 1970-01-01, or numbers in units of `10 ** -scale`. {@link UNKNOWN_INT32} is unknown. */
  | { readonly kind: 'int32'; readonly values: Int32Array; readonly scale?: number | undefined }
  /** Numbers in units of `10 ** -scale`. {@link UNKNOWN_INT64} is unknown. */
  | { readonly kind: 'int64'; readonly values: BigInt64Array; readonly scale?: number | undefined }
  /** Numbers as the shortest decimals that stand for them; not-a-number is unknown. */
  | { readonly kind: 'float64'; readonly values: Float64Array };

export interface Batch {
  readonly rows: number;
  /** The day of each row, where the plan has no one day for all. */
  readonly on?: Int32Array | undefined;
  /** By key: `fact`, `2.fact` for the second incident, `fact@organ` for one organ's determination. */
  readonly columns: Readonly<Record<string, Column>>;
}
