"""Coaches and mentors of made rounds: made up, as their people are."""

from __future__ import annotations

from pathlib import Path

from sample_data.making.files import write_records
from sample_data.making.forms import Record

MASTER_COACHES: tuple[Record, ...] = (
    {"coach": "Annemiek Vos", "capaciteit": 3, "plaats": "Breda", "sbi": "6210", "belang": "B0959"},
    {"coach": "Bart Kuijlen", "capaciteit": 2, "plaats": "Teteringen", "sbi": "1107", "belang": ""},
    {
        "coach": "Fatiha El Amrani",
        "capaciteit": 3,
        "plaats": "Etten-Leur",
        "sbi": "",
        "belang": "Haddad Energie B.V.; Doekhi Foods",
    },
    {
        "coach": "Hans Verstraten",
        "capaciteit": 2,
        "plaats": "Prinsenbeek",
        "sbi": "5611",
        "belang": "",
    },
    {"coach": "Petra Rombouts", "capaciteit": 2, "plaats": "Breda", "sbi": "4763", "belang": ""},
)
"""Master Business Coaches of the Challenge: equal sparring partners, who sold or left a company."""

_MENTORS = (
    ("Gerard Nijkamp", "Nijkamp Schoonmaak", "Borne", "8121", ""),
    ("Marja Wolbers", "Bakkerij Wolbers", "Ootmarsum", "1071", ""),
    ("Erol Demir", "Demir Installatie", "Hengelo", "4321", ""),
    ("Ineke Lansink", "Lansink Advies", "Enschede", "7020", "21"),
    ("Joost ten Dam", "Ten Dam Touringcars", "Almelo", "4931", ""),
    ("Karin Busscher", "Busscher Mode", "Oldenzaal", "4771", "Draad en Daad"),
    ("Leo Oude Egberink", "Egberink Tuinen", "Losser", "8130", ""),
    ("Monique Haarhuis", "Haarhuis Accountants", "Enschede", "6920", "Beweegreden; 6"),
    ("Rik Bolscher", "Bolscher Software", "Hengelo", "6210", ""),
    ("Sandra Wigger", "Hotel Wigger", "Haaksbergen", "5510", ""),
    ("Theo Morsink", "Morsink Meubel", "Rijssen", "3100", ""),
    ("Wilma Schothorst", "Schothorst Zorg", "Goor", "8810", "40"),
)
MENTORS: tuple[Record, ...] = tuple(
    {
        "mentor": name,
        "bedrijf": company,
        "capaciteit": 1,
        "plaats": place,
        "sbi": sbi,
        "belang": interest,
    }
    for name, company, place, sbi, interest in _MENTORS
)
"""Mentors of Move2Social: local entrepreneurs, one participant each."""


def write_coaches(coaches: tuple[Record, ...], folder: Path) -> None:
    """``coaches.csv``."""
    write_records(coaches, folder / "coaches.csv")
