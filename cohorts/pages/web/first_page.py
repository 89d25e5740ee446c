"""The page that a browser loads first: Streamlit's own, in the language and under the title asked.

Streamlit's says ``lang="en"`` and "Streamlit" everywhere, and loads a typeface that we do not use;
under the address of a page it first looks there for its server, in vain. It stays empty until all
its scripts are there, which takes a moment: until then ours says what comes.
"""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape
from pathlib import Path

import streamlit

from cohorts.pages.page_list import LEAVES
from cohorts.pages.under import base, under
from cohorts.words import Language, say

INDEX = Path(streamlit.__file__).with_name("static") / "index.html"
PRELOADED = re.compile(r"<link\s+rel=\"preload\"[^>]*?as=\"font\"[^>]*?/>", re.DOTALL)
ICON = re.compile(r"<link rel=\"shortcut icon\"[^>]*/>")
AGENTS = re.compile(r"<link rel=\"service-desc\"[^>]*/>")
TITLE = re.compile(r"<title>.*?</title>")
OURS = """
    <script>window.__streamlit = { BACKEND_BASE_URL: `${location.origin}{base}/` }</script>
    <link rel="icon" href="{base}/shell/icon.svg" type="image/svg+xml" />
    <link rel="preload" href="{base}/shell/fira-sans-400.woff2" as="font" type="font/woff2"
          crossorigin />
    <link rel="stylesheet" href="{base}/shell/shell.css" />
    <script src="{base}/shell/press.js" defer></script>
    <script src="{base}/shell/shell.js" defer></script>
    <script src="{base}/shell/words.js" defer></script>
    """
FIRST_SCRIPT = '<script type="module"'
NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
END = "</body>"
COMING = """
    <div class="coming"><p class="room">{room}</p><p>{coming}</p></div>
  """
HIDDEN = "<style>.coming { display: none; }</style>"


@cache
def first_page(language: Language, room: str) -> str:
    """``room``: of the page, in words."""
    title = f"{room} – {say('shell.product', language)}"
    page = INDEX.read_text("utf-8")
    for never in (PRELOADED, ICON, AGENTS):
        page = never.sub("", page)
    rooms = escape(json.dumps({under(f"/{leaf.path}"): leaf.room for leaf in LEAVES}))
    page = page.replace('<html lang="en">', f'<html lang="{language}" data-rooms="{rooms}">')
    page = TITLE.sub(lambda _: f"<title>{escape(title)}</title>", page)
    page = NO_SCRIPT.sub(
        lambda _: f"<noscript>{HIDDEN}{escape(say('shell.no_script', language))}</noscript>", page
    )
    coming = COMING.format(room=escape(room), coming=escape(say("shell.coming", language)))
    page = page.replace(END, coming.strip() + END, 1)
    # before its own script, which reads where its server is
    return page.replace(FIRST_SCRIPT, OURS.strip().replace("{base}", base()) + FIRST_SCRIPT, 1)
