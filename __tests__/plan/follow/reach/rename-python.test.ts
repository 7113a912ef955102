import { describe } from '@jest/globals';
import { follow } from '../rename-rows.ts';
import type { Row } from '../rename-rows.ts';

const models = `from django.db import models

from .records import BaseModel


class Offer(BaseModel):
    title = models.CharField(max_length=200)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    seller = models.ForeignKey("Seller", on_delete=models.PROTECT, related_name="offers")

    class Meta:
        verbose_name = "Offer"

    def __str__(self):
        return self.title

    # offer ends


class Seller(BaseModel):
    name = models.CharField(max_length=200)


class Order(BaseModel):
    offer = models.ForeignKey("Offer", on_delete=models.PROTECT, related_name="orders")
    cost = models.DecimalField(max_digits=10, decimal_places=2)

    def __str__(self):
        return str(self.pk)

    # order ends


# module ends
`;

const views = `from django.db.models import F

from ..models import Offer, Order


class OfferListView(RecordListView):
    model = Offer
    sort_fields = {"title": "title", "price": "price"}

    # view ends


# module ends
`;

const admin = `from django.contrib import admin

from . import models


@admin.register(models.Offer)
class OfferAdmin(admin.ModelAdmin):
    list_display = ["title", "price"]
    # offer ends


@admin.register(models.Order)
class OrderAdmin(admin.ModelAdmin):
    list_display = ["offer", "cost"]
    # order ends


# module ends
`;

describe('a renamed field in Python that only the user wrote', () => {
  const offer = '    # offer ends';
  const order = '    # order ends';
  const module = '# module ends';
  const method = (...lines: string[]): string =>
    `    def mine(self, till):\n${lines.map((line) => `        ${line}\n`).join('')}\n`;
  const own = (...lines: string[]): string =>
    `def mine(price, till):\n${lines.map((line) => `    ${line}\n`).join('')}\n\n`;

  describe('models', () => {
    follow('app/models.py', models, [
      ['follows self in the model', offer, method('return self.price * 2'), method('return self.fee * 2')],
      ['follows an assignment to self', offer, method('self.price = 3'), method('self.fee = 3')],
      [
        'follows self by another name',
        offer,
        '    def mine(this):\n        return this.price\n\n',
        '    def mine(this):\n        return this.fee\n\n',
      ],
      [
        'follows into an f-string',
        offer,
        method('return f"price {self.price:.2f} {{price}}"'),
        method('return f"price {self.fee:.2f} {{price}}"'),
      ],
      [
        'follows into a function inside a method',
        offer,
        method('return [self.price for _ in till]'),
        method('return [self.fee for _ in till]'),
      ],
      ['follows a bare name in the class body', offer, '    double = price * 2\n', '    double = fee * 2\n'],
      [
        'follows the class in a class method',
        offer,
        '    @classmethod\n    def mine(cls):\n        return cls.objects.filter(price=1)\n\n',
        '    @classmethod\n    def mine(cls):\n        return cls.objects.filter(fee=1)\n\n',
      ],
      [
        'follows the display of the field',
        offer,
        method('return self.get_price_display()'),
        method('return self.get_fee_display()'),
      ],
      [
        'follows a reference',
        order,
        method('return self.offer.price + self.price'),
        method('return self.offer.fee + self.price'),
      ],
      [
        'follows a relation back',
        offer,
        method('return self.seller.offers.filter(price=1)'),
        method('return self.seller.offers.filter(fee=1)'),
      ],
      [
        'stays where the user binds the name in the class',
        offer,
        '    @property\n    def price(self):\n        return self._price\n\n    def mine(self):\n        return self.price\n\n',
      ],
      [
        'stays in a static method',
        offer,
        '    @staticmethod\n    def mine(self):\n        return self.price\n\n',
      ],
      ['stays on a parameter', offer, method('return till.price')],
      ['stays where self is bound again', offer, method('self = till', 'return self.price')],
      ['stays in getattr', offer, method('return getattr(self, "price")')],
      ['stays as a keyword of somebody else', offer, method('price = 3', 'return till.charge(price=price)')],
      ['stays in another model', order, method('return self.price')],
      ['stays in a comment', offer, '    # the price of it\n'],
      [
        'stays in a class of the user’s',
        module,
        'class Tariff:\n    price = 3\n\n    def __str__(self):\n        return str(self.price)\n\n\n',
      ],
      [
        'stays in a class of the user’s with lines like dazzle’s',
        module,
        'class Tariff(BaseModel):\n    price = models.DecimalField(max_digits=10, decimal_places=2)\n\n    def __str__(self):\n        return self.price\n\n\n',
      ],
      ['stays in a function of the user’s', module, own('return till.charge(price=price)')],
      [
        'stays in a subclass of the user’s',
        module,
        'class Bargain(Offer):\n    def half(self):\n        return self.price / 2\n\n\n',
      ],
    ]);
  });

  describe('queries', () => {
    const row = (title: string, before: string, after?: string): Row => [
      title,
      module,
      own(...before.split('\n')),
      own(...(after ?? before).split('\n')),
    ];
    follow('app/views/offer.py', views, [
      row('follows the model’s attribute', 'return Offer.price', 'return Offer.fee'),
      row(
        'follows a keyword',
        'return Offer.objects.filter(price=price)',
        'return Offer.objects.filter(fee=price)',
      ),
      row(
        'follows a lookup',
        'return Offer.objects.exclude(price__gt=1).order_by("-price")',
        'return Offer.objects.exclude(fee__gt=1).order_by("-fee")',
      ),
      row(
        'follows a lookup over a reference',
        'return Order.objects.filter(offer__price__gt=1, price=2)',
        'return Order.objects.filter(offer__fee__gt=1, price=2)',
      ),
      row(
        'follows F and Q',
        'from django.db.models import Q\nreturn Offer.objects.filter(Q(price=1) | ~Q(price__lt=F("price")))',
        'from django.db.models import Q\nreturn Offer.objects.filter(Q(fee=1) | ~Q(fee__lt=F("fee")))',
      ),
      row(
        'follows an update',
        'Offer.objects.update(price=F("price") + 1)',
        'Offer.objects.update(fee=F("fee") + 1)',
      ),
      row(
        'follows what is ordered by',
        'return Offer.objects.order_by(F("price").desc())',
        'return Offer.objects.order_by(F("fee").desc())',
      ),
      row(
        'follows a sum and its key',
        'from django.db.models import Sum\nreturn Offer.objects.aggregate(Sum("price"))["price__sum"]',
        'from django.db.models import Sum\nreturn Offer.objects.aggregate(Sum("fee"))["fee__sum"]',
      ),
      row(
        'follows a record that is made',
        'return Offer.objects.create(price=price)',
        'return Offer.objects.create(fee=price)',
      ),
      row('follows the model that is called', 'return Offer(price=price)', 'return Offer(fee=price)'),
      row(
        'follows defaults',
        'offer, _ = Offer.objects.get_or_create(pk=1, defaults={"price": 1})\nreturn offer.price',
        'offer, _ = Offer.objects.get_or_create(pk=1, defaults={"fee": 1})\nreturn offer.fee',
      ),
      row(
        'follows a variable',
        'offer = Offer.objects.get(pk=1)\noffer.price = price\noffer.save()',
        'offer = Offer.objects.get(pk=1)\noffer.fee = price\noffer.save()',
      ),
      row(
        'follows a query in a variable',
        'found = Offer.objects.all()\nif till:\n    found = found.filter(price=1)\nreturn found.filter(price=2)',
        'found = Offer.objects.all()\nif till:\n    found = found.filter(fee=1)\nreturn found.filter(fee=2)',
      ),
      row(
        'follows the fields that are saved',
        'offer = Offer.objects.get_or_create(pk=1)[0]\noffer.save(update_fields=["price"])\nreturn till.save(update_fields=["price"])',
        'offer = Offer.objects.get_or_create(pk=1)[0]\noffer.save(update_fields=["fee"])\nreturn till.save(update_fields=["price"])',
      ),
      row(
        'follows a loop',
        'for offer in Offer.objects.all():\n    print(offer.price)',
        'for offer in Offer.objects.all():\n    print(offer.fee)',
      ),
      row(
        'follows a comprehension',
        'return [offer.price for offer in Offer.objects.all()]',
        'return [offer.fee for offer in Offer.objects.all()]',
      ),
      row(
        'follows rows of values',
        'for row in Offer.objects.values("price"):\n    print(row["price"])',
        'for row in Offer.objects.values("fee"):\n    print(row["fee"])',
      ),
      row('stays in a loop over something else', 'for offer in till.offers:\n    print(offer.price)'),
      row(
        'stays where the variable is bound again',
        'offer = Offer.objects.get(pk=1)\noffer = till.wrap(offer)\nreturn offer.price',
      ),
      row('stays in a method of the user’s manager', 'return Offer.objects.cheap(price=1).total(price=2)'),
      row('stays in a value', 'return Offer.objects.filter(title="price")'),
      row(
        'stays in the name of an annotation of another model',
        'return Order.objects.annotate(price2=F("price"))',
      ),
      row('stays where F is somebody else’s', 'F = till.read\nreturn Offer.objects.filter(title=F("price"))'),
      row('stays where the model’s name is bound again', 'Offer = till.offer\nreturn Offer.price'),
      row('stays in a query of another model', 'return Order.objects.filter(price=1).order_by("price")'),
      row('stays in a reference by text', 'return till.load("app.Offer", "price")'),
    ]);
  });

  describe('settings of classes', () => {
    follow('app/admin.py', admin, [
      ['follows a list of fields', offer, '    list_filter = ["price"]\n', '    list_filter = ["fee"]\n'],
      [
        'follows an order',
        offer,
        '    ordering = ["-price", "title"]\n',
        '    ordering = ["-fee", "title"]\n',
      ],
      ['stays in another setting', offer, '    empty_value_display = "price"\n'],
      ['stays in the class of another model', order, '    ordering = ["-price"]\n'],
      [
        'stays in a class of the user’s',
        module,
        'class OwnAdmin(admin.ModelAdmin):\n    list_display = ["price"]\n\n\n',
      ],
    ]);
    follow('app/models.py', models, [
      [
        'follows the order of a model',
        '\n    def __str__(self):\n        return self.title',
        '        ordering = ["-price"]\n        indexes = [models.Index(fields=["price"])]\n',
        '        ordering = ["-fee"]\n        indexes = [models.Index(fields=["fee"])]\n',
      ],
    ]);
  });
});
