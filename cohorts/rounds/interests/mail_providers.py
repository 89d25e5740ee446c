"""Domains of e-mail where anybody may have an address: two of them say nothing of each other."""

from __future__ import annotations

PROVIDERS = frozenset(
    """
    aol.com caiway.net caiway.nl casema.nl chello.nl fastmail.com freeler.nl gmail.com gmx.com
    gmx.de gmx.net gmx.nl googlemail.com hccnet.nl hetnet.nl hey.com home.nl hotmail.be hotmail.com
    hotmail.nl icloud.com kabelfoon.nl kpnmail.nl kpnplanet.nl live.be live.com live.nl mac.com
    mail.com me.com msn.com mailbox.org onsbrabantnet.nl onsmail.nl online.nl outlook.be outlook.com
    outlook.nl planet.nl pm.me posteo.net proton.me protonmail.com quicknet.nl skynet.be solcon.nl
    soverin.net t-mobilethuis.nl tele2.nl telenet.be telfort.nl telfortglasvezel.nl tuta.com
    tutanota.com upcmail.nl web.de wxs.nl xs4all.nl yahoo.co.uk yahoo.com yahoo.nl ymail.com
    zeelandnet.nl ziggo.nl zohomail.eu zonnet.nl
    """.split()  # noqa: SIM905 - one of them a line would be no list to read
)
"""Public providers that are common in the Netherlands and beside it; ours, and surely not whole."""


def is_of_a_provider(domain: str) -> bool:
    """``domain``: in small letters, without the sign before it."""
    return domain in PROVIDERS
