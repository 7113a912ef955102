import { describe, expect, it } from '@jest/globals';
import { fitName, longestIdentifier } from '../../lib/index.ts';

describe('A name that has to fit', () => {
  it('stays as it is while it fits', () => {
    expect(fitName('support_ticket')).toBe('support_ticket');
    expect(fitName('x'.repeat(longestIdentifier))).toBe('x'.repeat(longestIdentifier));
  });

  it('is cut to the limit, and always in the same way', () => {
    expect(fitName('x'.repeat(64))).toBe(`${'x'.repeat(54)}_7ce10097`);
    expect(fitName('order_line_total', 12, 4)).toMatch(/^order_l_[0-9a-f]{4}$/);
  });

  it('stays apart from another that only starts alike', () => {
    const start = 'inventory_transaction_adjustment_inventory_transaction_lines_of';
    expect(start).toHaveLength(longestIdentifier);
    expect(new Set(['_a', '_b', '_ab'].map((end) => fitName(start + end))).size).toBe(3);
  });

  it('is counted in bytes', () => {
    const fitted = fitName('ä'.repeat(40));
    expect(Buffer.byteLength(fitted)).toBeLessThanOrEqual(longestIdentifier);
    expect(fitted).toMatch(/^ä{27}_[0-9a-f]{8}$/);
  });
});
