"""Keys of records in addresses."""


class KeyConverter:
    """A key that is text: a slash in it is written `~2F`, and `~` itself `~7E`."""

    regex = "[^/]+"

    def to_python(self, value):
        return value.replace("~2F", "/").replace("~7E", "~")

    def to_url(self, value):
        return str(value).replace("~", "~7E").replace("/", "~2F")


class NumberConverter:
    """A key that is a whole number, below zero too."""

    regex = "-?[0-9]+"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)
