"""What every step is made of: a press, a field, a fold, a file that is taken along."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Page, expect

from cohorts.words import Language, say
from cohorts.words.sentences import sentences
from tests.cohorts.pages.driving import Look

SAID = sentences(Language.NL)
MADE = 300_000
"""Milliseconds: where a dossier is made, or kernels are compiled, and others compute beside it."""


def press(page: Page, key: str, **facts: object) -> None:
    """The button of that sentence."""
    name = say(key, Language.NL, **facts)
    page.get_by_role("button", name=name, exact=True).first.click()


def fill(page: Page, label: str, text: str) -> None:
    """A field, and leaves it."""
    field = page.get_by_label(label, exact=True).locator("visible=true").first
    field.fill(text)
    field.press("Tab")


def unfold(page: Page, text: str) -> None:
    """What is folded."""
    Look.unfold(page, text)


def reloads(page: Page) -> None:
    """The page as it stands now."""
    page.reload()
    page.locator("h1").first.wait_for()
    Look.settle(page)


def goes_to(page: Page, room: str) -> None:
    """By the line of steps."""
    name = SAID[f"shell.room_{room}"]
    page.locator(".st-key-steps, nav").get_by_role("link", name=name).first.click()
    expect(page.locator("h1").first).to_be_visible()
    Look.settle(page)


def taken(page: Page, key: str, **facts: object) -> bytes:
    """What a button downloads, however long it is made."""
    with page.expect_download(timeout=MADE) as got:
        press(page, key, **facts)
    return Path(got.value.path()).read_bytes()


def files_in(content: bytes) -> dict[str, bytes]:
    """Of a zip."""
    with ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
