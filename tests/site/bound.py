"""Texts with spaces at which no line may end, and what becomes of them: "~" is a no-break space."""

from __future__ import annotations

from collections.abc import Mapping

BOUND: Mapping[str, str] = {
    "haussa 2 400 000 euroa": "haussa 2~400~000~euroa",
    "690 000 euro": "690~000~euro",
    "a total of EUR 5.75 million": "a total of EUR~5.75~million",
    "5 kuntaa ja 2024 haku": "5 kuntaa ja 2024 haku",
    "18,4 tonnia, 3 M€, 75 %": "18,4~tonnia, 3~M€, 75~%",
    "3 miljoonaa, 160 miljoonaa euroa, 2 miljardin": "3~miljoonaa, 160~miljoonaa euroa, 2~miljardin",
    "9 miljarder, 1 miljon och 3 miljoner": "9~miljarder, 1~miljon och 3~miljoner",
    "2 milj. euroa, 5 milj euroa, 1 mrd, 4 mn euro": "2~milj. euroa, 5~milj euroa, 1~mrd, 4~mn euro",
    "3 miljöer, 4 mnemoteknik": "3 miljöer, 4 mnemoteknik",
    "viimeistään 30. syyskuuta 2025": "viimeistään 30.~syyskuuta 2025",
    "1.–15. marraskuuta ja 3. joulukuussa": "1.–15.~marraskuuta ja 3.~joulukuussa",
    "3. kuussa, 2. elokuva": "3. kuussa, 2. elokuva",
    "den 30 november 2025, 29 april": "den 30~november 2025, 29~april",
    "31 mars 2025, 1 majs, 2024 mars": "31~mars 2025, 1 majs, 2024 mars",
    "30 September 2025, section 5 may": "30~September 2025, section 5 may",
    "klo 16.15, Klo. 9, kello 16": "klo~16.15, Klo.~9, kello~16",
    "kl. 16.15, Kl 9, klockan 16": "kl.~16.15, Kl~9, klockan~16",
    "5 klo päättyy, ekl. 16, tinklo 9": "5 klo päättyy, ekl. 16, tinklo 9",
    "haku avautui – haettavana": "haku avautui~– haettavana",
}
