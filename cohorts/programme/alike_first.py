"""Alike enough first, then different: which wishes come first, and up to what level."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class AlikeFirst(BaseModel):
    """``rules``: keys of wishes of likeness, which all other wishes wait for.

    ``level``: how much better than chance they must be met together, in the unit of the report (of
    a number: so many times closer together). Beyond it they count no more, and the others do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rules: Annotated[tuple[str, ...], Field(min_length=1)]
    level: float = Field(gt=0, le=100, allow_inf_nan=False)
