"""How many people wrote the same run of words: a sentence on fifteen forms says little of each.

What a text says beyond such a sentence is what counts; what k people wrote counts for 1 / k. Runs
of words, not whole sentences: one has a word changed, or a word filled in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

RUN = 5
"""So many words one after the other, small ones too, are hardly the same by chance."""


def copies(texts: Sequence[Sequence[Sequence[str]]]) -> list[list[list[int]]]:
    """Of each word of each sentence of each text, how many texts have a run of RUN words with it.

    ``texts``: of each text its sentences, each as words. 1: in this text only.
    """
    often = Counter(run for text in texts for run in {r for one in text for r in _runs(one)})
    return [[_of_sentence(sentence, often) for sentence in text] for text in texts]


def _of_sentence(words: Sequence[str], often: Counter[tuple[str, ...]]) -> list[int]:
    counts = [1] * len(words)
    for start, run in enumerate(_runs(words)):
        for place in range(start, start + RUN):
            counts[place] = max(counts[place], often[run])
    return counts


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]
