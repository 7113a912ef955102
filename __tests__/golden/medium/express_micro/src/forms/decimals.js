/** A stored decimal with all its decimals; no digit goes by way of a number that could not hold it. */
export function showDecimal(value, scale) {
  const { fraction } = partsOf(String(value));
  const isExact = /^-?\d+(?:\.\d*)?$/.test(value) && fraction.length <= scale;
  return isExact ? toDecimal(String(value), scale) : Number(value).toFixed(scale);
}

/**
 * How many digits a number has before the point, behind it, and in all; zeros at either end do not count. `kept` is how many
 * a database keeps that knows decimals as numbers: without the zeros behind the point that stand before the first digit.
 */
export function countDigits(text) {
  const { whole, fraction } = partsOf(text);
  const decimal = withoutEndZeros(fraction);
  const all = whole.length + decimal.length;
  return {
    whole: whole.length,
    decimal: decimal.length,
    all,
    kept: whole ? all : withoutZeros(decimal).length,
  };
}

/** "1.5e3" as "1500", digit by digit. */
export function withoutExponent(text) {
  const [mantissa, exponent] = text.toLowerCase().split('e');
  if (exponent === undefined) return text;
  const { sign, whole, fraction } = partsOf(mantissa);
  const point = whole.length + Number(exponent);
  const digits = `${'0'.repeat(Math.max(0, -point))}${whole}${fraction}`.padEnd(point, '0');
  const before = Math.max(0, point);
  return `${sign}${digits.slice(0, before) || '0'}.${digits.slice(before)}`;
}

/** The number with exactly `scale` decimals. */
export function toDecimal(text, scale) {
  const { sign, whole, fraction } = partsOf(text);
  const digits = withoutEndZeros(fraction).padEnd(scale, '0');
  const number = `${whole || '0'}${scale > 0 ? `.${digits}` : ''}`;
  return sign === '-' && /[1-9]/.test(number) ? `-${number}` : number;
}

/** A number's sign, and its digits before the point, less zeros at the start, and behind it. */
function partsOf(text) {
  const sign = text.startsWith('-') || text.startsWith('+') ? text[0] : '';
  const [whole, fraction = ''] = text.slice(sign.length).split('.');
  return { sign, whole: withoutZeros(whole), fraction };
}

function withoutZeros(digits) {
  return digits.replace(/^0+/, '');
}

/** The same at the end, in one pass: an expression would start anew at each zero. */
function withoutEndZeros(digits) {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
