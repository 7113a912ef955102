import { describe, expect, it } from '@jest/globals';
import { fieldCode } from '../../../../generators/django_micro/code/model-fields.ts';
import { djangoNames } from '../../../../generators/django_micro/naming.ts';
import { specOf } from '../generate.ts';

function codeOf(field: string): string {
  const spec = specOf(`entity Other:\n  id: uuid pk\n\nentity Thing:\n  key: uuid pk\n  ${field}\n`);
  const entity = spec.entities.find(({ name }) => name === 'Thing')!;
  return fieldCode(entity, entity.fields[1]!, djangoNames(spec)).code;
}

describe('fieldCode', () => {
  it.each([
    ['x: str(20) required', 'models.CharField(max_length=20)'],
    ['x: str(20)', 'models.CharField(max_length=20, blank=True, null=True)'],
    ['x: str(20) unique', 'models.CharField(max_length=20, unique=True, blank=True, null=True)'],
    ['x: str(9) = red', 'models.CharField(max_length=9, blank=True, default="red")'],
    ['x: text required help="Say \\"it\\""', 'models.TextField(help_text="Say \\"it\\"")'],
    [
      'x: int min=1 max=5',
      'models.IntegerField(blank=True, null=True, validators=[MinValueValidator(1), MaxValueValidator(5)])',
    ],
    ['x: int required max=3000000000', 'models.BigIntegerField(validators=[MaxValueValidator(3000000000)])'],
    ['x: float = 1.5', 'models.FloatField(blank=True, default=1.5)'],
    [
      'x: decimal(8,2) required min=0.10',
      'ExactDecimalField(max_digits=8, decimal_places=2, validators=[MinValueValidator(Decimal("0.10"))])',
    ],
    [
      'x: decimal(4,1) = 2.50',
      'ExactDecimalField(max_digits=4, decimal_places=1, blank=True, default=Decimal("2.50"))',
    ],
    ['x: bool', 'models.BooleanField(default=False)'],
    ['x: bool = true', 'models.BooleanField(default=True)'],
    ['x: date = today', 'models.DateField(blank=True, default=localdate)'],
    ['x: date = "2024-02-29"', 'models.DateField(blank=True, default=parse_date("2024-02-29"))'],
    ['x: datetime = now', 'models.DateTimeField(blank=True, default=now)'],
    ['x: datetime auto_add', 'models.DateTimeField(auto_now_add=True)'],
    ['x: datetime auto_update', 'models.DateTimeField(auto_now=True)'],
    ['x: uuid', 'models.UUIDField(blank=True, null=True)'],
    ['x: email required', 'models.EmailField()'],
    ['x: url', 'UrlField(max_length=2000, blank=True, null=True)'],
    ['x: json required', 'models.JSONField()'],
    ['x: enum[a,b] required', 'models.CharField(max_length=50, choices=X)'],
    ['x: enum[a,b] = b', 'models.CharField(max_length=50, choices=X, default=X.B)'],
    [
      'x: ref Other required',
      'models.ForeignKey("Other", on_delete=models.PROTECT, related_name="x_things")',
    ],
    [
      'x: ref Other',
      'models.ForeignKey("Other", on_delete=models.SET_NULL, blank=True, null=True, related_name="x_things")',
    ],
    [
      'x: ref Other required unique',
      'models.OneToOneField("Other", on_delete=models.PROTECT, related_name="x_things")',
    ],
    ['x: many Other', 'models.ManyToManyField("Other", blank=True, related_name="x_things")'],
    [
      'x: many Thing',
      'models.ManyToManyField("self", symmetrical=False, blank=True, related_name="x_things")',
    ],
    [
      'x: str(5) required pattern="^[A-Z]+$"',
      'models.CharField(max_length=5, validators=[PatternValidator("^[A-Z]+$", message="x does not match the pattern ^[A-Z]+$", code="pattern", longest=5)])',
    ],
    [
      'from: ref Other',
      'models.ForeignKey("Other", on_delete=models.SET_NULL, blank=True, null=True, related_name="from_field_things", db_column="from_id", verbose_name="from")',
    ],
  ])('writes "%s" as %s', (field, code) => {
    expect(codeOf(field)).toBe(code);
  });

  it('makes keys up where nobody enters them', () => {
    const spec = specOf(
      'entity A:\n  id: uuid pk\n\nentity B:\n  id: int pk\n\nentity C:\n  code: str(5) pk\n',
    );
    const code = spec.entities.map((entity) => fieldCode(entity, entity.fields[0]!, djangoNames(spec)).code);
    expect(code).toEqual([
      'models.UUIDField(primary_key=True, default=uuid4, editable=False)',
      'models.BigAutoField(primary_key=True)',
      'models.CharField(max_length=5, primary_key=True)',
    ]);
  });
});
