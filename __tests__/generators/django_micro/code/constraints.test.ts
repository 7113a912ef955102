import { describe, expect, it } from '@jest/globals';
import { ruleName, tableRules } from '../../../../generators/django_micro/code/constraints.ts';
import { djangoNames } from '../../../../generators/django_micro/naming.ts';
import { specOf } from '../generate.ts';

function rulesOf(...lines: string[]) {
  const spec = specOf(['entity Ticket:', '  id: uuid pk', ...lines.map((line) => `  ${line}`)].join('\n'));
  const { constraints, indexes } = tableRules(spec.entities[0]!, djangoNames(spec));
  return { constraints, indexes };
}

describe('tableRules', () => {
  it('lets the database uphold bounds, choices and patterns', () => {
    expect(
      rulesOf('price: decimal(8,2) min=0 max=10', 'state: enum[new,done]', 'code: str(5) pattern="^[A-Z]+$"'),
    ).toEqual({
      constraints: [
        'models.CheckConstraint(condition=models.Q(price__gte=Decimal("0")) & models.Q(price__lte=Decimal("10")), name="ticket_price_range", violation_error_message="price must be at least 0 and at most 10")',
        'models.CheckConstraint(condition=models.Q(state__in=["new", "done"]), name="ticket_state_valid", violation_error_message="state has an invalid choice")',
        'models.CheckConstraint(condition=models.Q(code="") | models.Q(code__regex="^[A-Z]+$"), name="ticket_code_pattern", violation_error_message="code does not match the pattern")',
      ],
      indexes: [],
    });
  });

  it('leaves patterns to the validators that PostgreSQL reads otherwise', () => {
    expect(rulesOf('code: str(5) pattern="\\bA"').constraints).toEqual([]);
  });

  it('writes unique and index lines with the attributes of the model', () => {
    expect(rulesOf('from: int', 'to: int', 'unique: from, to', 'index: to, from desc')).toEqual({
      constraints: ['models.UniqueConstraint(fields=["from_field", "to"], name="ticket_from_field_to_uniq")'],
      indexes: ['models.Index(fields=["to", "-from_field"], name="ticket_to_from_field_desc_idx")'],
    });
  });
});

describe('ruleName', () => {
  it('stays within what Django allows, and differs where the parts differ', () => {
    const long = ['SupportTicketCategory', 'very_long_field_name', 'range'];
    expect(ruleName(long)).toMatch(/^supportticketcategory_v_[0-9a-f]{6}$/);
    expect(ruleName(long).length).toBeLessThanOrEqual(30);
    expect(ruleName([...long, '2'])).not.toBe(ruleName(long));
  });
});
