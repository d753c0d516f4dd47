"""The law that the documents name: each fact with where it can be read, and the day on which it was written down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

CHECKED = date(2026, 11, 28)
"""The day on which the texts were written down from the sources below, of which some are secondary."""

SOURCES: Mapping[str, str] = {
    "source_13": "https://gdprhub.eu/index.php?title=Article_13_GDPR",
    "source_28": "https://gdprhub.eu/index.php?title=Article_28_GDPR",
    "source_30": "https://gdprinfo.eu/nl/nl-article-30",
    "source_33": "https://gegevensbeschermingsrecht.nl/Artikelgewijs%20commentaar/artikel%2033",
    "source_35": "https://europadecentraal.nl/onderwerp/informatiemaatschappij/gegevensbescherming-en-de-avg/"
    "verplichtingen-verantwoordelijke/data-protection-impact-assessment-dpia/",
    "source_list": "https://www.nautadutilh.com/nl/information-centre/nieuws/"
    "autoriteit-persoonsgegevens-publiceert-definitieve-dpia-lijst",
    "source_access": "https://www.toegankelijkheidsverklaring.nl/over-de-toegankelijkheidsverklaring",
}


def cited() -> dict[str, str]:
    """Each source as a Markdown link by the name of its site."""
    return {name: f"[{address.split('/')[2].removeprefix('www.')}]({address})" for name, address in SOURCES.items()}
