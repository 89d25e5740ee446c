"""The board as a component of our own: its parts are files beside this one, joined as they are."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import streamlit as st

HERE = files("cohorts.pages.board")


def _script() -> str:
    """One module: the files of the folder one after the other, for a component takes one."""
    parts = sorted((HERE / "script").iterdir(), key=lambda part: part.name)
    return "\n".join(part.read_text(encoding="utf-8") for part in parts if part.name[-3:] == ".js")


BOARD = st.components.v2.component(
    "cohorts_board",
    html=(HERE / "board.html").read_text(encoding="utf-8"),
    css=(HERE / "board.css").read_text(encoding="utf-8"),
    js=_script(),
)
"""``BOARD(key=…, data=…, on_hold_change=…, on_act_change=…)``; what ``data`` holds: ``shown``."""

__all__ = ["BOARD"]
Sent = dict[str, Any]
