"""What the checks of context ask first: whether a line or a record told beside the words agrees with them."""

from kerrcheck.checks import Case, Verdict, supported
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention
from kerrcheck.recordsaid import witness
from kerrcheck.using import agreed


def told(case: Case, m: Mention) -> tuple[Verdict | None, Fact | None]:
    """The support that a line or a record beside a mention gives it, else the record that an assertion is against."""
    good = agreed(case, m)
    if good:
        return supported(good), None
    said = witness(case.discourse, case.claim.part, m)
    if said and said[0]:
        return supported((said[1],)), None
    return None, said[1] if said and case.claim.modality == "asserted" else None
