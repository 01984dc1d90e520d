"""The switch that lets the field's first lot signatures in, for as long as an operator says (security design §4.2, P1)."""

from __future__ import annotations

import datetime

import pytest

import codes
import samples
from demo import Demo, Professional
from lot import OLD_FORM, Signing
from lps import client
from people import Cast, nobody
from registry import RegistryError
from served import Served, elsewhere


def with_rsa_card(demo: Demo) -> Professional:
    """A physician whose card signs by RSA: the old form knows nothing else."""
    return next(
        each for each in demo.professionals if each.is_physician and each.signature and not each.signature.is_elliptic
    )


@pytest.mark.parametrize(
    ("days", "is_taken"), [(None, False), (-1, False), (0, True), (1, True)],
    ids=["no day given", "ended yesterday", "ends today", "ends tomorrow"],
)  # fmt: skip
def test_old_signatures_are_taken_until_their_last_day(
    demo: Demo, roles: Cast, served: Served, days: int | None, is_taken: bool
) -> None:
    """The last day belongs to the switch, in universal time; SHA-1 in the modern form never passes."""
    day = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=days or 0)
    served.start(policy_default="era2019", **({} if days is None else {"legacy_lotSignaturesUntil": day.isoformat()}))
    served.health()
    author = client(elsewhere(demo, served), with_rsa_card(demo))
    newcomer = nobody(roles.patient.root, 904, family="ANCIENNE", given="Camille")
    author.create(newcomer)
    author.authorize(newcomer)
    old = author.lot(samples.consultation(newcomer, author.person)).changed(signing=OLD_FORM)
    taken = old.entries[0].document
    if is_taken:
        author.provide(old)
        assert author.retrieve(newcomer, taken.unique_id)[taken.unique_id] == taken.xml
    else:
        with pytest.raises(RegistryError) as refusal:
            author.provide(old)
        assert set(refusal.value.codes) == {codes.XDS_REPOSITORY_ERROR}
        assert author.get(newcomer, taken.unique_id) is None
    modern = author.lot(samples.consultation(newcomer, author.person)).changed(signing=Signing(name="sha1"))
    with pytest.raises(RegistryError) as never:
        author.provide(modern)
    assert set(never.value.codes) == {codes.XDS_REPOSITORY_ERROR}
