from __future__ import annotations

import numpy as np
import pytest

from solver.errors import InvalidTaskError
from solver.pairing.guide import guide
from solver.pairing.unpairable import UnpairableError
from tests.solver.pairing.made import forbid, mutual

GUIDES = np.array([True, True, False, False, False])


def test_everybody_has_a_guide_and_no_guide_too_many() -> None:
    # 0 guides all for 1 each, but at most two: 4 is the cheapest to give to 1 (5 − 1 more)
    asked = mutual(5, {(0, 2): 1, (0, 3): 1, (0, 4): 1, (1, 4): 5})
    found = guide(asked, guides=GUIDES, most=2)
    assert (found.links, found.cost) == (((0, 2), (0, 3), (1, 4)), 7)
    assert found.units == ((0, 2, 3), (1, 4))


def test_a_guide_without_anybody_is_out() -> None:
    found = guide(mutual(5, {(0, 2): 1, (0, 3): 1, (0, 4): 1}), guides=GUIDES, most=3)
    assert (found.out, found.units) == ((1,), ((0, 2, 3, 4),))


def test_a_pin_leads_from_a_guide() -> None:
    pinned = mutual(5, {}, pinned=((1, 2),))
    assert guide(pinned, guides=GUIDES, most=3).links == ((0, 3), (0, 4), (1, 2))
    with pytest.raises(UnpairableError) as error:
        guide(mutual(5, {}, pinned=((2, 1),)), guides=GUIDES, most=3)
    assert (error.value.clash.pinned, error.value.clash.rows) == (((2, 1),), (1, 2))


def test_a_clash_names_the_guided_who_have_too_few_guides() -> None:
    # 3 and 4 may only have 1, who takes one; 2 has part in nothing
    asked = forbid(mutual(5, {}), (0, 3), (0, 4))
    with pytest.raises(UnpairableError) as error:
        guide(asked, guides=GUIDES, most=1)
    assert error.value.clash.rows == (2, 3, 4)  # two places for three: that comes first
    asked = forbid(mutual(6, {}), (0, 4), (0, 5), (1, 4), (1, 5), (0, 3))
    with pytest.raises(UnpairableError) as error:
        guide(asked, guides=np.array([True, True, True, False, False, False]), most=1)
    clash = error.value.clash
    assert (clash.forbidden, clash.rows) == (((0, 4), (0, 5), (1, 4), (1, 5)), (4, 5))


def test_what_guides_cannot_be_asked() -> None:
    with pytest.raises(InvalidTaskError, match="shape"):
        guide(mutual(5, {}), guides=GUIDES[:4], most=1)
    with pytest.raises(InvalidTaskError, match="bounds"):
        guide(mutual(5, {}), guides=GUIDES, most=0)
