/** The digits of a number as written: sign, whole part and fraction without leading or trailing zeros. */
function split(text: string): { negative: boolean; whole: string; fraction: string } {
  const [whole = '', fraction = ''] = text.replace(/^[-+]/, '').split('.');
  const result = { whole: whole.replace(/^0+/, ''), fraction: fraction.replace(/0+$/, '') };
  const isZero = result.whole === '' && result.fraction === '';
  return { negative: text.startsWith('-') && !isZero, ...result };
}

/** Compares two numbers as written, at any length. */
export function isLess(a: string, b: string): boolean {
  const left = split(a);
  const right = split(b);
  if (left.negative !== right.negative) return left.negative;
  const size = compareDigits(left, right);
  return left.negative ? size > 0 : size < 0;
}

function compareDigits(a: { whole: string; fraction: string }, b: typeof a): number {
  if (a.whole.length !== b.whole.length) return a.whole.length - b.whole.length;
  if (a.whole !== b.whole) return a.whole < b.whole ? -1 : 1;
  return a.fraction === b.fraction ? 0 : a.fraction < b.fraction ? -1 : 1;
}

/** Claims that a number as written fits a decimal of `precision` digits, `scale` of them after the point. */
export function fitsDecimal(text: string, precision: number, scale: number): boolean {
  const { whole, fraction } = split(text);
  return fraction.length <= scale && whole.length <= precision - scale;
}
