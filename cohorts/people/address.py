"""An e-mail address as it counts for who somebody is; whether it is a person's or a desk's."""

from __future__ import annotations

import re
from functools import cache

from cohorts.people.person_name import SHORTEST_NEARLY, one_slip

ADDRESS = re.compile(r"[^\s<>@,;]{1,64}@[^\s<>@,;]{1,255}")
"""As long as RFC 5321 (4.5.3.1) lets its parts be; without an end, looking takes the square."""
GOOGLE = ("gmail.com", "googlemail.com")
DESKS = frozenset(
    {"info", "sales", "contact", "office", "hello", "hallo", "mail", "post", "admin", "team"}
    | {"administratie", "secretariaat", "receptie", "verkoop", "inkoop", "planning", "directie"}
    | {"bestuur", "kantoor", "service", "support", "klantenservice", "marketing", "algemeen"}
    | {"communicatie", "factuur", "facturen", "boekhouding", "finance", "hr", "welkom", "welcome"}
)
"""What stands before the @ of an address that nobody has alone."""


@cache
def plain_address(text: str) -> str:
    """Small letters, without what stands around it or behind a plus; "" for what is no address.

    Of Google's addresses full stops do not count.
    """
    found = ADDRESS.search(text.casefold().replace("mailto:", ""))
    if not found:
        return ""
    local, _, domain = found[0].rstrip(".").partition("@")
    local = local.partition("+")[0] or local
    if domain in GOOGLE:
        local, domain = local.replace(".", ""), GOOGLE[0]
    return f"{local}@{domain}"


def is_of_a_desk(address: str) -> bool:
    """Whether more people than one read what is sent there: info@, sales@."""
    return re.split(r"[^a-z]", address.partition("@")[0])[0] in DESKS


def nearly_same(a: str, b: str) -> bool:
    """One slip of the hand apart, behind the @ or in a long enough part before it: gmial.com."""
    (one, _, here), (two, _, there) = a.partition("@"), b.partition("@")
    if here == there:
        return min(len(one), len(two)) >= SHORTEST_NEARLY and one_slip(one, two)
    return one == two and bool(one) and one_slip(here, there)
