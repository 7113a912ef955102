import { describe } from '@jest/globals';
import { follow } from '../rename-rows.ts';

const admin = `from django.contrib import admin
from django.db.models import F, Sum

from . import models


class RecordAdmin(admin.ModelAdmin):
    list_per_page = 20

    # shared ends


@admin.register(models.Offer)
class OfferAdmin(RecordAdmin):
    list_display = ["title", "price"]

    # offer ends


@admin.register(models.Seller)
class SellerAdmin(RecordAdmin):
    list_display = ["name"]

    # seller ends


# module ends
`;

const views = `from django.db.models import F, Sum

from ..models import Offer, Order


class OfferListView(RecordListView):
    model = Offer
    queryset = Offer.objects.select_related("seller")

    # offer ends


class OrderListView(RecordListView):
    model = Order

    # order ends


# module ends
`;

const offer = '    # offer ends';
const method = (name: string, ...lines: string[]): string =>
  `    def ${name}(self, request):\n${lines.map((line) => `        ${line}\n`).join('')}\n`;

describe('a renamed field in a page’s own queryset', () => {
  describe('admin', () => {
    follow('app/admin.py', admin, [
      [
        'follows what the class takes from those that it is made of',
        offer,
        method('get_queryset', 'return super().get_queryset(request).annotate(n=Sum("price"))'),
        method('get_queryset', 'return super().get_queryset(request).annotate(n=Sum("fee"))'),
      ],
      [
        'follows a variable of it',
        offer,
        method('get_queryset', 'found = super().get_queryset(request)', 'return found.filter(price__gt=1)'),
        method('get_queryset', 'found = super().get_queryset(request)', 'return found.filter(fee__gt=1)'),
      ],
      [
        'follows relations from another page',
        '    # seller ends',
        method('get_queryset', 'return super().get_queryset(request).filter(offers__price=F("name"))'),
        method('get_queryset', 'return super().get_queryset(request).filter(offers__fee=F("name"))'),
      ],
      [
        'leaves what the user’s own class takes',
        '# module ends',
        `class Mine(RecordAdmin):\n${method('get_queryset', 'return super().get_queryset(request).filter(price=1)')}\n`,
      ],
      [
        'leaves the queryset of a class about nothing',
        '    # shared ends',
        method('get_queryset', 'return super().get_queryset(request).filter(price=1)'),
      ],
      [
        'leaves methods of another name',
        offer,
        method('mine', 'return super().mine(request).filter(price=1)'),
      ],
    ]);
  });

  describe('views', () => {
    follow('app/views/offer.py', views, [
      [
        'follows its method, queryset, model and record',
        offer,
        method(
          'mine',
          'one = self.get_queryset().get(price=1).price + self.object.price + self.get_object().price',
          'return one, self.queryset.filter(price=1), self.model.objects.get(price=1), self.model(price=1)',
        ),
        method(
          'mine',
          'one = self.get_queryset().get(fee=1).fee + self.object.fee + self.get_object().fee',
          'return one, self.queryset.filter(fee=1), self.model.objects.get(fee=1), self.model(fee=1)',
        ),
      ],
      [
        'follows a method that the user gave it',
        offer,
        `${method('get_queryset', 'return super().get_queryset().exclude(price=1)')}${method('mine', 'return self.get_queryset().filter(price=1)')}`,
        `${method('get_queryset', 'return super().get_queryset().exclude(fee=1)')}${method('mine', 'return self.get_queryset().filter(fee=1)')}`,
      ],
      [
        'leaves what such a method gives of something else',
        offer,
        `${method('get_queryset', 'if request:', '    return super().get_queryset()', 'return Order.objects.all()')}${method('mine', 'return self.get_queryset().filter(price=1)')}`,
      ],
      [
        'leaves a record that the user gets otherwise',
        offer,
        `${method('get_object', 'return request.user')}${method('mine', 'return self.object.price, self.get_object().price')}`,
      ],
      [
        'leaves other things',
        offer,
        method('mine', 'return self.price, self.kwargs.price, self.mine().price'),
      ],
      [
        'leaves the page of another entity',
        '    # order ends',
        method('mine', 'return self.get_queryset().filter(price=1), self.object.price'),
      ],
    ]);
  });
});
