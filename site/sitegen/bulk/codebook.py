"""What each table, field and column of the data means: the one place where that is said."""

from __future__ import annotations

from sitegen.texts import mark as _

NAMES = {
    "releases": _("The releases"),
    "pairs": _("The pairs"),
    "differences": _("The differences"),
    "calls": _("The calls"),
}
TABLES = {
    "releases": _(
        "Every release with its text, the facts read from it, and the words that each fact was read from. One row a "
        "release and language."
    ),
    "pairs": _(
        "Finnish and Swedish releases that are versions of one text, with their aligned passages. One row a pair."
    ),
    "differences": _("Facts on which the two versions of a pair disagree. One row a difference."),
    "calls": _(
        "Grant rounds, each put together from the releases that opened, extended, corrected or decided it. One row a "
        "round."
    ),
}

# What a name means in every table that has it.
_COMMON = {
    "authority": _("Who published it: the code of a ministry or agency."),
    "opens": _("When one may begin to apply, as stated: a date, with a time of day where the page states one."),
    "closes": _(
        "When the time to apply ends, as stated: a date, inclusive, with a time of day where the page states one."
    ),
    "continuous": _("Whether one may apply all the time, without a closing day."),
    "eligible_groups": _("Groups of applicants named, as codes."),
    "fi_id": _("The id of the Finnish release."),
    "fi_url": _("The address of the Finnish release."),
    "sv_id": _("The id of the Swedish release."),
    "sv_url": _("The address of the Swedish release."),
    "method": _(
        "How the versions were joined: the pages name each other (declared), their content agrees (content), a person "
        "has decided (reviewed)."
    ),
    "score": _("How sure the join is, from 0.5 to 1."),
}

_RELEASES = {
    "id": _("16 hexadecimal digits that follow from the address: the same on every machine and after every rebuild."),
    "url": _("The address of the page; “file:” and a file name for what came from a file."),
    "source": _("Where it was collected from, as a code."),
    "organisation": _("The publisher’s name as the page prints it."),
    "language": _("The language of the text: fi, sv or en; empty where it could not be told."),
    "title": _("The heading of the release."),
    "form": _("What the page calls itself: press_release, news and so on."),
    "kind": _("call: money can be, or will be, applied for; decision: it was granted; guide: how to apply; other."),
    "kind_evidence": _("The words that decided the kind."),
    "published": _("When the release was first issued, in Finnish time."),
    "translated": _("When this language version appeared, where that is another moment."),
    "amounts": _(
        "Every sum of money in the text, in order: least and greatest value, currency, bound, unit, role and evidence."
    ),
    "amount_texts": _("The sums of money as printed."),
    "total": _("The headline sum, applied for or granted, in euros unless the amounts say another currency."),
    "application": _("When one may apply: opening, closing, whether continuous, and the evidence."),
    "use_period": _("The time in which a grant may be used: first day, last day and evidence."),
    "use_start": _("The first day on which a grant may be used."),
    "use_end": _("The last day on which a grant may be used."),
    "decision_date": _("When the grants were, or will be, decided on."),
    "self_financing": _("What part of the costs the applicant or the grant bears, in per cent."),
    "contacts": _("Whom to ask. Without persons, unless the operator of the archive publishes them: then desks only."),
    "contact_names": _("The names of the contacts; desks only, unless persons are published."),
    "contact_phones": _("Telephone numbers of the contacts; desks only, unless persons are published."),
    "contact_emails": _("E-mail addresses of the contacts; desks only, unless persons are published."),
    "eligibility": _("The sentences that say who may apply, and the groups that they name."),
    "case_numbers": _("Register numbers with their evidence."),
    "case_number_values": _("Register numbers in their normal form."),
    "attachments": _("Documents that the release links to: address, text of the link, type, and whether it was read."),
    "links": _("Links in the text: address, text and the block that each stands in."),
    "dates": _("Every date that the text mentions, with what it is about."),
    "declared": _("The addresses that the page itself names as its versions in other languages."),
    "translation": _("The id of the other version of the pair; empty where the archive has none."),
    "warnings": _("What the page states that cannot be so: a code, the field that it concerns, and the detail."),
    "text": _("The text in one piece, with an empty line between blocks."),
    "blocks": _(
        "The text as headings, paragraphs, items, rows and quotations in order, the title first. Evidence names a "
        "block and the characters in it."
    ),
    "captured": _("When the page was captured, in universal time."),
    "digest": _("The digest of the capture’s payload, by which it can be checked."),
    "gone": _("When the page was found to be no longer there; empty while it is."),
}

_PAIRS = {
    "fi": _("The Finnish release: id and address."),
    "sv": _("The Swedish release: id and address."),
    "lag_hours": _(
        "Hours from the Finnish version’s appearance to the Swedish one’s; negative where the Swedish came first."
    ),
    "lag_share": _("The part of the application period, from 0 to 1, during which only one of the versions was there."),
    "titles_differ": _("Whether the titles have next to nothing in common."),
    "english": _(
        "The English version of the text: id, address, and its blocks beside the alignment; empty where there is none."
    ),
    "en_id": _("The id of the English version; empty where the archive has none."),
    "en_url": _("The address of the English version."),
    "differing_fields": _("The fields in which the versions disagree."),
    "differences": _("The facts on which the versions disagree, with both values and their evidence."),
    "alignment": _(
        "Which blocks, and which sentences in them, say the same; a side is empty where the other is alone."
    ),
}

_DIFFERENCES = {
    "number": _("Which difference of its pair it is, from 1, as its comparison on this site numbers it."),
    "field": _("What it is about: closes, opens, amounts, total, use_period, contacts or published."),
    "kind": _(
        "contradicts: the versions say different things; only_fi, only_sv: only one says anything, which can be lawful."
    ),
    "severity": _("How grave it is: high (a deadline or a sum), medium (an opening or a period of use) or low."),
    "fi": _("The value in the Finnish version; empty for contacts, unless persons are published."),
    "sv": _("The value in the Swedish version; empty for contacts, unless persons are published."),
    "fi_text": _("The words of the Finnish version that the value was read from."),
    "sv_text": _("The words of the Swedish version that the value was read from."),
    "evidence": _("The words of both versions, with the block and the characters where they stand."),
}

_CALLS = {
    "id": _("The id of the release that the round begins with."),
    "titles": _("The title by language, each of the first release in it."),
    "title_fi": _("The title of the first Finnish release."),
    "title_sv": _("The title of the first Swedish release."),
    "title_en": _("The title of the first English release."),
    "authority": _("Who gives the grants: the code of a ministry or agency."),
    "total": _("How much could be applied for."),
    "granted": _("How much was granted, by all decisions together."),
    "currency": _("The currency of both sums."),
    "groups": _("Groups of applicants named, as codes."),
    "decided": _("The day on which the first decision was published; empty while none is known."),
    "case_number": _("The register number of the round."),
    "opening_ids": _("Ids of the releases that announced it."),
    "notice_ids": _("Ids of call notices beside the press releases."),
    "official_ids": _("Ids of its entries at haeavustuksia.fi."),
    "extension_ids": _("Ids of the releases that moved the closing."),
    "correction_ids": _("Ids of the releases that corrected it."),
    "questions_ids": _("Ids of the releases that answered questions on it."),
    "decision_ids": _("Ids of the releases that told who was granted money."),
    "members": _("All its releases in order, each with its role, and with how and how surely it was joined."),
    "windows": _("When one may apply, in the order in which that was announced, extensions marked."),
    "opinions": _("What the entry at haeavustuksia.fi states otherwise than a release."),
}

_OWN = {"releases": _RELEASES, "pairs": _PAIRS, "differences": _DIFFERENCES, "calls": _CALLS}


def described(table: str) -> dict[str, str]:
    """Return what every field and column of a table means, in English: the text that is translated where it is shown.

    >>> described("differences")["fi_id"]
    'The id of the Finnish release.'
    """
    return _COMMON | _OWN[table]
