"""Writes a shortlist: the report as composing makes it, or of its stages alone, and two lists."""

from __future__ import annotations

import json
from pathlib import Path

from cohorts.committee.shortlisting.shortlist import Shortlist
from cohorts.forms.toml_text import as_toml
from cohorts.intake.clean import as_csv
from cohorts.programme.frozen import frozen
from cohorts.reports.merit_csv import merit_csv
from cohorts.reports.page import page
from cohorts.reports.page.funnel_page import funnel_page
from cohorts.reports.page.shortlist_part import shortlist_part
from cohorts.reports.relations_csv import relations_csv
from cohorts.reports.shortlist_data import shortlist_csv, shortlist_data
from cohorts.reports.write import contents_of, save
from cohorts.words import Language

REPORT, LIST = "report.html", "shortlist.csv"


def write_shortlist(found: Shortlist, folder: Path, language: Language) -> Path:
    """All files below ``folder``, or none; gives the path of the report.

    Where the last stage was composed also what ``cohorts check`` is given to compute it again:
    ``applicants.csv``, ``relations.csv``, ``programme.toml`` as the last stage asks it, and
    ``merit.csv`` with exact figures. Raises InputError.
    """
    data = json.dumps(shortlist_data(found, language), ensure_ascii=False, indent=1)
    contents = {
        LIST: shortlist_csv(found, language).encode(),
        "shortlist.json": f"{data}\n".encode(),
    }
    proposal = found.composed
    if proposal is None:
        contents[REPORT] = funnel_page(found, language).encode()
    else:
        contents |= contents_of(proposal, language)
        part = shortlist_part(found, language)
        contents[REPORT] = page(proposal, language, shortlist=part).encode()
        contents["applicants.csv"] = as_csv(found.people).encode()
        contents["relations.csv"] = relations_csv(found.given.get("relations") or ()).encode()
        contents["programme.toml"] = as_toml(frozen(found.programme)).encode()
        if found.joint is not None:
            contents["merit.csv"] = merit_csv(proposal.round).encode()
    save(folder, contents)
    return folder / REPORT
