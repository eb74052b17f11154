"""ely-keskus.fi as it was before it was shut: news and press releases by year, in the portal of the 2010s."""

from __future__ import annotations

from crawler.samplesite.others.days import padded_day
from crawler.samplesite.others.website import Listing, Website
from crawler.samplesite.pages import Link

SITE: Website = Website(
    source="ely",
    host="www.ely-keskus.fi",
    listings=(
        Listing("/", "fi", "ELY-keskus", size=0),
        Listing("/sv/", "sv", "NTM-centralen", size=0),
        Listing("/uutiset-2023", "fi", "Uutiset 2023", year="2023"),
        Listing("/uutiset-2020", "fi", "Uutiset 2020", year="2020"),
        Listing("/tiedotteet-2019", "fi", "Tiedotteet 2019", year="2019", size=1),
        Listing("/sv/nyheter-2020", "sv", "Nyheter 2020", year="2020"),
    ),
    menu={
        "fi": (
            Link("/uutiset-2023", "Uutiset 2023"),
            Link("/uutiset-2020", "Uutiset 2020"),
            Link("/tiedotteet-2019", "Tiedotteet 2019"),
            Link("/yhteystiedot", "Yhteystiedot"),
        ),
        "sv": (Link("/sv/nyheter-2020", "Nyheter 2020"),),
    },
    day=padded_day,
    machines={"/robots.txt": lambda: "User-agent: *\nDisallow: /c/\nDisallow: /haku\n"},
)
render = SITE.render
