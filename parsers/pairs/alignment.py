"""Which blocks of a pair say the same: paragraphs, headings, items and table rows, also where sections have moved."""

from __future__ import annotations

from parsers.model import AlignedRow, Document
from parsers.pairs.evidence import odds
from parsers.pairs.inside import Inside, score_of
from parsers.pairs.lexicon import Lexicon, glossary
from parsers.pairs.moves import in_order, with_moved_sections
from parsers.pairs.path import Bead, best_path
from parsers.pairs.sides import match, read_version


def align(fi: Document, sv: Document, lexicon: Lexicon | None = None) -> tuple[AlignedRow, ...]:
    """Return the blocks of two versions of one text side by side; every block of both stands in exactly one row.

    The titles (block 0) always stand together. Rows follow the Finnish text; a Swedish block without a counterpart
    follows the row of the block before it. `score` is between 0 and 1, None where a side is empty. Where aligned blocks
    have several sentences, or cells, these too stand side by side, each exactly once.
    `lexicon` is the bilingual word list, the glossary made by hand unless another is given.
    """
    lexicon = lexicon or glossary()
    ours, theirs = read_version(fi, lexicon), read_version(sv, lexicon)
    matches = match(ours.blocks, theirs.blocks)
    weights = odds(ours.blocks, theirs.blocks, matches)
    title = Bead((0,), (0,), weights.of(0, 1, 0, 1))
    body = best_path(weights, range(1, len(fi.blocks)), range(1, len(sv.blocks)))
    inside = Inside(ours, theirs, matches)
    return tuple(
        AlignedRow(
            fi=bead.fi, sv=bead.sv, score=score_of(bead.odds), moved=bead.moved, sentences=inside.sentences(bead)
        )
        for bead in in_order(with_moved_sections(weights, [title, *body]))
    )
