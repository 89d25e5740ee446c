"""The languages the product speaks."""

from enum import StrEnum


class Language(StrEnum):
    """ISO 639-1 code of a language every sentence exists in."""

    NL = "nl"
    EN = "en"
