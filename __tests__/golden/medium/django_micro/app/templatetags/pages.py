"""What the templates of the pages need beyond Django's own tags."""

import json

from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def sort_url(context, name):
    """The address of this list sorted by `name`; once more for the other direction."""
    query = context["request"].GET.copy()
    query["sort"] = f"-{name}" if query.get("sort") == name else name
    query.pop("page", None)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def aria_sort(context, name):
    """The attribute of a heading that the list is sorted by."""
    directions = {name: "ascending", f"-{name}": "descending"}
    direction = directions.get(context["request"].GET.get("sort"))
    return mark_safe(f' aria-sort="{direction}"') if direction else ""


@register.simple_tag(takes_context=True)
def aria_current(context, address, *others):
    """The attribute of a link in the navigation: to this page, or to the list that it belongs to."""
    # Some error pages are rendered without a request.
    path = context["request"].path if "request" in context else ""
    if path == address:
        return mark_safe(' aria-current="page"')
    is_below = (
        address != "/" and path.startswith(address) and not path.startswith(others)
    )
    return mark_safe(' aria-current="true"') if is_below else ""


@register.filter
def as_json(value):
    """A JSON value as text, indented."""
    return json.dumps(value, indent=2, ensure_ascii=False)


@register.filter
def verbose_name(model):
    """What a model is called."""
    return model._meta.verbose_name


@register.filter
def all_errors(form):
    """The errors of a form, each with the id of its input; a text of your own gets the field's label."""
    errors = [{"text": text} for text in form.non_field_errors()]
    for name in form.fields:
        field = form[name]
        for text in field.errors:
            is_named = text.startswith(field.label)
            named = text if is_named else f"{field.label}: {text}"
            errors.append({"text": named, "id": field.id_for_label})
    return errors
