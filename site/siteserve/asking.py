"""What may be asked for in an address: the parameters of the API, which the pages understand alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from index.filters import Filter
from index.fulltext import Sort
from parsers.authorities import AUTHORITIES
from parsers.model import CallStatus, Kind
from sitegen.words import GROUPS

LONGEST_QUERY = 500
MOST_HITS = 100
LAST_PAGE = 10_000

Tongue = Literal["fi", "sv", "en"]


def _one_of(known: Iterable[str]) -> Callable[[str], str]:
    codes = frozenset(known)

    def check(value: str) -> str:
        if value not in codes:
            listed = ", ".join(sorted(codes))
            raise PydanticCustomError("code", "Input should be one of {listed}", {"listed": listed})
        return value

    return check


def _schema(known: Iterable[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": sorted(known)})


# "2021", "2021-04", "2021-04-01"; whether there is such a day is for `Filter` to tell
_PARTIAL_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

Authority = Annotated[str, AfterValidator(_one_of(AUTHORITIES)), _schema(AUTHORITIES)]
Group = Annotated[str, AfterValidator(_one_of(GROUPS)), _schema(GROUPS)]
Date = Annotated[str, Field(pattern=_PARTIAL_DATE, max_length=10)]
Day = Annotated[str, Field(pattern=_DAY, max_length=10)]
Query = Annotated[
    str,
    Field(
        min_length=1,
        max_length=LONGEST_QUERY,
        description="What to look for, in the query language of docs/searching.md; `*` finds everything.",
        examples=["osaamiskeskus haku", '"avoin haku" vuosi:2021..2023'],
    ),
]


class Narrowing(BaseModel):
    """What narrows a search or a list: the options that the commands of `haku` share. All must hold."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    language: Tongue | None = Field(default=None, description="Only texts with a version in this language.")
    kind: Kind | None = Field(default=None, description="Only releases of this kind.")
    authority: Authority | None = Field(default=None, description="Only what this body published.")
    date_from: Date | None = Field(
        default=None, alias="from", description="Published on this day, month or year or later.", examples=["2021"]
    )
    date_to: Date | None = Field(
        default=None, alias="to", description="Published on this day, month or year or earlier.", examples=["2023-06"]
    )
    open_on: Day | None = Field(
        default=None, description="Calls for which one could apply on this day.", examples=["2021-04-01"]
    )

    def conditions(self) -> Filter:
        """Return them for index and catalogue. Raises Problem for a date that there is not."""
        return Filter(
            language=self.language,
            kind=self.kind,
            authority=self.authority,
            date_from=self.date_from,
            date_to=self.date_to,
            open_on=self.open_on,
        )


class Paged(BaseModel):
    """Which piece of a list is wanted."""

    limit: int = Field(default=20, ge=1, le=MOST_HITS, description="At most this many.")
    page: int = Field(default=1, ge=1, le=LAST_PAGE, description="Which page of that many.")

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.limit


class Listing(Narrowing, Paged):
    """A list of hits: how it is narrowed and sorted, and which page of it is wanted."""

    sort: Sort = Field(
        default="relevance", description="The best first, the newest, the earliest deadline, or the largest amount."
    )
    reverse: bool = Field(default=False, description="Sort the other way round.")
    prefer: Tongue | None = Field(default=None, description="Of versions that fit equally, the one to show.")


class Counting(Narrowing):
    """A query, and what narrows it."""

    q: Query
    status: CallStatus | None = Field(default=None, description="Only calls that stand so today.")
    applicant: Group | None = Field(default=None, description="Only what this group may apply for.")
    translate: bool = Field(default=True, description="Look for the query's words in the other language too.")

    def query(self) -> str:
        """Return the query with the conditions that only the query language has.

        >>> Counting(q="avustus OR tuki", status="open").query(), Counting(q="*", status="open").query()
        ('(avustus OR tuki) status:open', 'status:open')
        """
        return " ".join(filter(None, [self._words(), *self._fields()]))

    def own_words(self, query: str) -> str:
        """Return a query made of this one, such as a suggestion, without the conditions that were added.

        >>> Counting(q="avuztus", status="open").own_words("(avustus) status:open")
        'avustus'
        """
        added = "".join(f" {field}" for field in self._fields())
        return query.removesuffix(added).removeprefix("(").removesuffix(")") if added else query

    def _words(self) -> str:
        if not self._fields():
            return self.q
        return "" if self.q.strip() == "*" else f"({self.q})"

    def _fields(self) -> list[str]:
        fields = {"status": self.status, "applicant": self.applicant}
        return [f"{name}:{code}" for name, code in fields.items() if code]


class Search(Counting, Listing):
    """A search: a query, what narrows it, and which of the hits are wanted."""


class Differing(Narrowing, Paged):
    """The differences between versions that are wanted."""

    severity: Literal["high", "medium", "low"] = Field(
        default="low",
        description="At least so grave: high is a deadline or a sum, medium the opening or the period of use.",
    )
    contradictions: bool = Field(default=False, description="Leave out what only one version states.")
