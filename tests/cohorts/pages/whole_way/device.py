"""A member without a browser: asks and posts what the page of the ballot does, by their address."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlencode, urlsplit

TIED = re.compile(
    r'<label for="t\d+"><b>(.*?)</b>.*?<select id="t\d+" name="tie_(\w+)">', re.DOTALL
)
DOSSIER = re.compile(r'<form class="judge" data-person="(\w+)".*?data-name="(.*?)"')
STAGE = re.compile(r'data-stage="(\w+)"')


@dataclass(eq=False)
class Device:
    """``link``: the personal address, as it was copied; ``page``: what is on the screen."""

    link: str
    page: str = ""
    path: str = ""
    _cookies: dict[str, str] = field(default_factory=dict)

    def begin(self) -> None:
        """Opens the address and presses *Begin*."""
        at = urlsplit(self.link)
        self._asked("GET", f"{at.path}?{at.query}")
        self._asked("POST", f"{at.path}?{at.query}", b"")

    def look(self) -> None:
        """Reads the ballot anew."""
        self._asked("GET", self.path)

    @property
    def named(self) -> dict[str, str]:
        """Who is asked about → their key."""
        return {unescape(name): person for name, person in TIED.findall(self.page)}

    @property
    def dossiers(self) -> dict[str, str]:
        """Whom there is to judge → their key."""
        return {unescape(name): person for person, name in DOSSIER.findall(self.page)}

    def tells(self, ties: Mapping[str, str] | None = None) -> None:
        """Of these that, of all others none."""
        said = {f"tie_{self.named[name]}": tie for name, tie in (ties or {}).items()}
        asked = {f"tie_{person}": "" for person in self.named.values()} | said | {"others": "1"}
        self._form("/belangen", asked)

    def tells_late(self, name: str, tie: str) -> None:
        """*Toch een belang*."""
        self._form("/toch-een-belang", {"person": self.dossiers[name], "tie": tie})

    def answers(self, name: str, **said: Any) -> None:
        """One dossier, as the script of the page posts it."""
        nothing: dict[str, Any] = {
            "yes": None,
            "scores": [],
            "abstained": False,
            "later": False,
            "note": "",
        }
        (stage,) = set(STAGE.findall(self.page))
        who = {"stage": stage, "person": self.dossiers[name], "once": secrets.token_hex(16)}
        body = json.dumps(who | nothing | said).encode()
        self._asked("POST", self._part("/antwoord"), body, "application/json")

    def sends(self) -> str:
        """The whole ballot; the page with the receipt."""
        here = self.path
        self._form("/insturen", {})
        receipt, self.path = self.page, here
        return receipt

    def _part(self, part: str) -> str:
        way, _, query = self.path.partition("?")
        return f"{way}{part}?{query}"

    def _form(self, part: str, fields: Mapping[str, str]) -> None:
        self._asked("POST", self._part(part), urlencode(fields).encode())

    def _asked(self, method: str, path: str, body: bytes = b"", kind: str = "") -> None:
        at = urlsplit(self.link)
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = {"cookie": cookies, "origin": f"http://{at.netloc}", "content-type": kind or FORM}
        line = HTTPConnection(at.hostname or "", at.port, timeout=30)
        try:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            text = answer.read().decode()
        finally:
            line.close()
        self._remember(answer)
        if answer.status == 303:
            self._asked("GET", answer.headers["location"])
            return
        assert answer.status == 200, f"{method} {path}: {answer.status} {text[:2000]}"
        if method == "GET":
            self.page, self.path = text, path

    def _remember(self, answer: HTTPResponse) -> None:
        for one in answer.headers.get_all("set-cookie") or []:
            name, _, value = one.partition(";")[0].partition("=")
            self._cookies[name] = value


FORM = "application/x-www-form-urlencoded"
