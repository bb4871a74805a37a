/** Exact thresholds: where the values of a machine type begin that are at least a decimal number. */

interface Decimal {
  readonly digits: bigint;
  /** The number is `digits / 10 ** scale`. */
  readonly scale: number;
}

export function parseDecimal(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text);
  if (!match) throw new RangeError(`"${text}" is not a decimal number`);
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** The smallest whole number of units of `10 ** -scale` that is at least `at`. */
export function firstUnit(at: string, scale: number): bigint {
  const { digits, scale: own } = parseDecimal(at);
  if (own <= scale) return digits * 10n ** BigInt(scale - own);
  const divisor = 10n ** BigInt(own - scale);
  const quotient = digits / divisor;
  return quotient * divisor < digits ? quotient + 1n : quotient;
}

/** The smallest double whose shortest decimal, which is what its writer meant, is at least `at`. */
export function firstDouble(at: string): number {
  const threshold = parseDecimal(at);
  const reaches = (value: number): boolean => {
    if (!Number.isFinite(value)) return value > 0;
    const { digits, scale } = parseDecimal(String(value));
    const common = Math.max(scale, threshold.scale);
    return (
      digits * 10n ** BigInt(common - scale) >= threshold.digits * 10n ** BigInt(common - threshold.scale)
    );
  };
  let value = Number(at);
  while (reaches(value)) value = neighbour(value, -1);
  while (!reaches(value)) value = neighbour(value, 1);
  return value;
}

const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

/** The next double in a direction. */
function neighbour(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  float[0] = value;
  bits[0] = (bits[0] as bigint) + (value > 0 === direction > 0 ? 1n : -1n);
  return float[0];
}
