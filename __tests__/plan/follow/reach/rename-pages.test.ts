import { describe } from '@jest/globals';
import { follow } from '../rename-rows.ts';

const shown = `{% extends "app/base.html" %}
{% block content %}
  <h1>{{ record }}</h1>
  <dd>{{ record.price }}</dd>
  {# page ends #}
{% endblock %}
`;

const rows = `{% extends "app/base.html" %}
{% block content %}
  {% for record in records %}
    <td>{{ record.title }}</td>
    <td>{{ record.price }}</td>
    {# row ends #}
  {% endfor %}
  <p>{{ paginator.count }}</p>
  {# page ends #}
{% endblock %}
`;

describe('a renamed field in pages of Django that only the user wrote', () => {
  const end = '  {# page ends #}';
  follow('app/templates/app/offer_view.html', shown, [
    [
      'follows a record that is passed',
      end,
      '  <b>{{ record.price|floatformat:2 }}</b>\n',
      '  <b>{{ record.fee|floatformat:2 }}</b>\n',
    ],
    [
      'follows in a tag',
      end,
      '  {% if record.price > 3 %}much{% endif %}\n',
      '  {% if record.fee > 3 %}much{% endif %}\n',
    ],
    [
      'follows a relation back',
      end,
      '  {% for offer in record.seller.offers.all %}{{ offer.price }}{% endfor %}\n',
      '  {% for offer in record.seller.offers.all %}{{ offer.fee }}{% endfor %}\n',
    ],
    [
      'follows another name for it',
      end,
      '  {% with offer=record %}{{ offer.price }}{% endwith %}\n',
      '  {% with offer=record %}{{ offer.fee }}{% endwith %}\n',
    ],
    [
      'stays on a loop of the user’s',
      end,
      '  {% for offer in offers_of_mine %}{{ offer.price }}{% endfor %}\n',
    ],
    [
      'stays where the record is bound again',
      end,
      '  {% for record in mine %}{{ record.price }}{% endfor %}\n',
    ],
    [
      'stays on what a tag of the user’s gives',
      end,
      '  {% cheapest as record %}\n  <b>{{ record.price }}</b>\n',
    ],
    ['stays in a string', end, '  {{ record|show:"price" }}\n'],
    ['stays on another record', end, '  {% for order in record.orders.all %}{{ order.price }}{% endfor %}\n'],
    ['stays in text and comments', end, '  <b>price</b>{# record.price #}\n'],
  ]);
  follow('app/templates/app/offer_list.html', rows, [
    [
      'follows in a loop of dazzle’s',
      '    {# row ends #}',
      '    <td>{{ record.price }}</td>\n',
      '    <td>{{ record.fee }}</td>\n',
    ],
    [
      'follows in a loop of the user’s over what is passed',
      end,
      '  {% for each in records %}{{ each.price }}{% endfor %}\n',
      '  {% for each in records %}{{ each.fee }}{% endfor %}\n',
    ],
    [
      'stays in a copy of dazzle’s lines over something else',
      '  <p>{{ paginator',
      '  {% for record in mine %}\n    <td>{{ record.price }}</td>\n    {# row ends #}\n  {% endfor %}\n',
    ],
    ['stays on a page’s other variables', end, '  <p>{{ paginator.price }}</p>\n'],
  ]);
});
