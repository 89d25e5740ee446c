"""How well likeness of texts tells who writes about the same: as it was, and as it is.

``before``: TF-IDF over words and pieces of words by scikit-learn, as up to release 0.2. Shown is
the chance that two texts with one label are more alike than two with another (0.5: a coin): on real
companies by their own industry, on paraphrases and near-copies that we wrote, and of people who
named themes while everybody copied one of two sentences.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import hstack
from scipy.stats import rankdata
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.ledger import Ledger, parser
from cohorts.people.word_lists import stop_words
from cohorts.rules.questions_alike import QuestionsAlike
from solver.quantise import FloatArray

SAMPLES = Path(__file__).parents[1] / "sample_data"
WORD = r"(?u)\b[^\W\d_]{3,}\b"
SAYING = {
    "abroad": (
        "Wij willen exporteren",
        "Over de grens verkopen: hoe?",
        "Meer klanten in Duitsland",
    ),
    "people": ("Personeel vinden lukt niet", "Onze vacatures blijven open", "Te weinig handen"),
    "next": ("Opvolging", "Het bedrijf van mijn ouders overnemen", "De overdracht aan mijn zoon"),
    "money": ("Hoe financier ik dit?", "De bank wil meer zekerheid", "Werkkapitaal is krap"),
    "digital": ("Digitaliseren", "Alles staat in losse spreadsheets", "Ons ERP werkt tegen"),
    "price": ("Marges onder druk", "Wat is een goede prijs?", "Offertes te laag berekend"),
}
FORMS = (
    "Ik loop al een tijd vast met mijn bedrijf en zoek hulp bij {}.",
    "Graag leer ik van andere ondernemers hoe zij omgaan met {} in de praktijk.",
)
WHAT = ("export", "personeel", "opvolging", "financiering", "digitalisering", "prijzen", "kaas")
Task = tuple[Sequence[str], Sequence[str], Sequence[Sequence[str]]]
"""Texts, the label of each, the themes of each."""


def tasks() -> Iterator[tuple[str, Task]]:
    yield "paraphrases", labelled((text, label) for label, all_ in SAYING.items() for text in all_)
    near = [(FORMS[0].format(what), what) for what in WHAT for _ in range(3)]
    yield "near-copies of one sentence", labelled(near)
    copied = [FORMS[i % 2].format("groei") for i in range(30)]
    themes = [[f"theme {i // 2 % 3}"] for i in range(30)]
    yield "copied sentences, other themes", (copied, [one for (one,) in themes], themes)
    yield "techstars, by industry", labelled(rows("techstars", ("description",), "industry"))
    told = ("one_liner", "description")
    yield "real companies, by sub-industry", labelled(rows("real", told, "subindustry"))


def labelled(given: Any) -> Task:
    pairs = list(given)
    return [text for text, _ in pairs], [label for _, label in pairs], [()] * len(pairs)


def rows(sample: str, fields: Sequence[str], label: str) -> Iterator[tuple[str, str]]:
    with (SAMPLES / sample / "companies.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield " ".join(row[field] for field in fields), row[label]


def before(task: Task) -> FloatArray:
    """(n, n) as it was: themes did not count."""
    made = (
        TfidfVectorizer(
            token_pattern=WORD,
            ngram_range=(1, 2),
            sublinear_tf=True,
            stop_words=sorted(stop_words()),
        ),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True),
    )
    vectors = hstack([one.fit_transform(list(task[0])) * np.sqrt(0.5) for one in made]).tocsr()
    return np.asarray((vectors @ vectors.T).todense())


def now(task: Task) -> FloatArray:
    """(n, n) as it is."""
    texts, _, themes = task
    return QuestionsAlike(texts, [()] * len(texts), themes).sample


def told_apart(likeness: FloatArray, labels: Sequence[str]) -> float:
    """The chance that a pair with one label is more alike than a pair with two; ties half."""
    i, j = np.triu_indices(len(labels), 1)
    like = np.nan_to_num(likeness[i, j])
    same = np.array(labels)[i] == np.array(labels)[j]
    ranks = rankdata(like)
    pairs = int(same.sum()), int((~same).sum())
    return float((ranks[same].sum() - pairs[0] * (pairs[0] + 1) / 2) / (pairs[0] * pairs[1]))


def measure(task: Task, how: Callable[[Task], FloatArray]) -> dict[str, Any]:
    began = time.perf_counter()
    likeness = how(task)
    seconds = time.perf_counter() - began
    return {
        "texts": len(task[0]),
        "told_apart": round(told_apart(likeness, task[1]), 3),
        "seconds": round(seconds, 2),
    }


def many(n: int) -> dict[str, Any]:
    """Seconds for n people who each copied half of their text and named two themes."""
    words = [
        word for text, _ in rows("techstars", ("description",), "name") for word in text.split()
    ]
    dice = np.random.default_rng(1)
    own = dice.integers(len(words), size=(n, 12))
    texts = [
        f"{FORMS[i % 2].format(WHAT[i % 7])} {' '.join(words[w] for w in own[i])}" for i in range(n)
    ]
    themes = [[f"theme {t}" for t in dice.integers(10, size=2)] for _ in range(n)]
    began = time.perf_counter()
    alike = QuestionsAlike(texts, [()] * n, themes)
    read = time.perf_counter()
    priced = alike.nearest if n > len(alike.sample) else alike.costs
    done = time.perf_counter()
    return {"people": n, "read": round(read - began, 1), "priced": round(done - read, 1)} | {
        "numbers": int(sum(map(np.size, priced)))
    }


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--people", type=int, nargs="*", default=[2_000, 20_000])
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    for name, task in tasks():
        for how in (before, now):
            ledger.measure(f"{name}: {how.__name__}", partial(measure, task, how))
    for n in given.people:
        ledger.measure(f"{n} people", partial(many, n))


if __name__ == "__main__":
    main()
