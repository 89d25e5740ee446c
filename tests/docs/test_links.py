"""Links between pages lead somewhere, and every page can be reached."""

from __future__ import annotations

import pytest

from tests.docs.pages import DOCS, ROOT, Page, all_pages

MEGABYTE = 1_000_000
PICTURE = 500_000


@pytest.mark.parametrize("page", all_pages(), ids=str)
def test_every_link_leads_somewhere(page: Page) -> None:
    for link in page.links:
        path, _, anchor = link.partition("#")
        target = (ROOT / page.path).parent / path if path else ROOT / page.path
        assert target.exists(), link
        if anchor:
            there = Page(target.resolve().relative_to(ROOT).as_posix())
            assert anchor in there.anchors, link


def reached(page: Page, found: set[str]) -> set[str]:
    """The page, and all pages one comes to from it."""
    found.add(page.path)
    for link in page.links:
        file = ((ROOT / page.path).parent / link.partition("#")[0]).resolve()
        path = file.relative_to(ROOT).as_posix()
        if file.suffix == ".md" and path not in found:
            reached(Page(path), found)
    return found


def test_every_page_is_reached_from_the_readme() -> None:
    assert {page.path for page in all_pages()} - reached(Page("README.md"), set()) == set()


def test_pictures_are_small_and_shown() -> None:
    pictures = {p.relative_to(ROOT).as_posix() for p in (DOCS / "pictures").glob("*.png")}
    linked = {
        ((ROOT / page.path).parent / link).resolve().relative_to(ROOT).as_posix()
        for page in all_pages()
        for link in page.links
        if link.endswith(".png")
    }
    assert pictures == linked
    assert all((ROOT / path).stat().st_size < PICTURE for path in pictures)
    assert all(f.stat().st_size < MEGABYTE for f in DOCS.rglob("*") if f.is_file())
