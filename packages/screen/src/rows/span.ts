/** A span of whole numbers that are numbered by subtraction; number 0 stays free. */

/** Bits of the numbers in the widest span. */
const MOST_BITS = 20;
const LEAST = -0x8000_0000;

/** Bits that numbers below a count need. */
export const bitsFor = (count: number): number => Math.ceil(Math.log2(count));

export class Span {
  /** What is subtracted from a value. */
  offset = 0;
  /** Numbers have at most so many bits; none before there was a value. */
  bits = 0;
  #least = Number.POSITIVE_INFINITY;
  #most = Number.NEGATIVE_INFINITY;

  /** All values between the least and the most that there were. */
  values(): readonly number[] {
    return this.bits === 0
      ? []
      : Array.from({ length: this.#most - this.#least + 1 }, (_, at) => this.#least + at);
  }

  /**
   * Takes in values from the least to the most. Answers whether numbers have changed, or that the values lie too far
   * apart, and then nothing has. Room that is left over lies where the span last grew: there it may go on growing.
   */
  widen(least: number, most: number): boolean | 'too far' {
    const [from, to] = [Math.min(least, this.#least), Math.max(most, this.#most)];
    const down = this.bits > 0 && from <= this.offset;
    const bits = bitsFor(to - (this.bits > 0 && !down ? this.offset : from - 1) + 1);
    const offset = down ? to - 2 ** bits + 1 : this.bits > 0 ? this.offset : from - 1;
    if (bits > MOST_BITS || offset < LEAST) return 'too far';
    [this.#least, this.#most] = [from, to];
    if (offset === this.offset && bits === this.bits) return false;
    this.offset = offset;
    this.bits = bits;
    return true;
  }
}
