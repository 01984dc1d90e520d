"""TD3.3 a to d, one by one and several in one message (interop §2.9, §5.6)."""

from __future__ import annotations

import pytest

import codes
import names
import samples
from ebrim import Entry
from lps import Client
from people import Cast
from registry import Found, RegistryError


def sent(author: Client, roles: Cast, **marks: bool) -> Found:
    """A document that was just fed, as the registry lists it."""
    document = samples.consultation(roles.patient, roles.author)
    author.deposit(Entry(document, **marks))
    found = author.get(roles.patient, document.unique_id)
    assert found is not None
    return found


def now(author: Client, roles: Cast, found: Found) -> Found:
    """The same document as it is listed now."""
    again = author.get(roles.patient, found.unique_id)
    assert again is not None
    return again


@pytest.mark.parametrize(
    ("mark", "code", "answer"),
    [
        ("invisible", "INVISIBLE_PATIENT", codes.XDS_UPDATE),
        ("kept_from_representatives", "INVISIBLE_REPRESENTANTS_LEGAUX", codes.XDS_UPDATE),
    ],
)
def test_what_was_hidden_is_revealed_and_not_hidden_again(
    author: Client, roles: Cast, mark: str, code: str, answer: str
) -> None:
    """TD3.3b is one way (EX_3.3-1045)."""
    hidden = sent(author, roles, **{mark: True})
    assert code in hidden.confidentiality
    author.mark(roles.patient, hidden, code, present=False)
    shown = now(author, roles, hidden)
    assert code not in shown.confidentiality and shown.logical_id == hidden.logical_id
    with pytest.raises(RegistryError) as refusal:
        author.mark(roles.patient, shown, code)
    assert refusal.value.codes == [answer]


def test_several_documents_are_changed_in_one_message(author: Client, roles: Cast) -> None:
    first, second, third = (sent(author, roles) for _ in range(3))
    author.change_all(
        roles.patient,
        (first, "status", names.ARCHIVED),
        (second, "MASQUE_PS", True),
        (third, "status", names.DELETED),
    )
    assert now(author, roles, first).status == names.ARCHIVED
    masked = now(author, roles, second)
    assert "MASQUE_PS" in masked.confidentiality
    assert author.find(roles.patient).by_unique_id(third.unique_id) is None
    author.change_all(
        roles.patient, (now(author, roles, first), "status", names.APPROVED), (masked, "MASQUE_PS", False)
    )
    assert now(author, roles, first).status == names.APPROVED
    assert "MASQUE_PS" not in now(author, roles, second).confidentiality


def test_all_or_nothing(author: Client, colleague: Client, roles: Cast) -> None:
    """The colleague may archive his own document and not the author's: neither is archived."""
    foreign = sent(author, roles)
    document = samples.consultation(roles.patient, roles.colleague)
    colleague.deposit(document)
    own = colleague.get(roles.patient, document.unique_id)
    assert own is not None
    with pytest.raises(RegistryError) as refusal:
        colleague.change_all(roles.patient, (own, "status", names.ARCHIVED), (foreign, "status", names.ARCHIVED))
    assert set(refusal.value.codes) == {codes.XDS_ACCESS_DENIED}
    assert now(colleague, roles, own).status == names.APPROVED
    assert now(author, roles, foreign).status == names.APPROVED


def test_a_hidden_document_among_several_is_one_that_never_existed(
    author: Client, colleague: Client, roles: Cast
) -> None:
    hidden = sent(author, roles, masked=True)
    document = samples.consultation(roles.patient, roles.colleague)
    colleague.deposit(document)
    own = colleague.get(roles.patient, document.unique_id)
    assert own is not None
    texts = []
    element = hidden.element
    for identifier in (hidden.entry_uuid, "urn:uuid:00000000-0000-4000-8000-000000000001"):
        element.set("id", identifier)
        with pytest.raises(RegistryError) as refusal:
            colleague.change_all(
                roles.patient, (own, "status", names.ARCHIVED), (Found(element), "status", names.ARCHIVED)
            )
        assert refusal.value.codes == [codes.XDS_UNRESOLVED]
        texts.append(refusal.value.contexts[0].rpartition("[")[0])
    assert texts[0] == texts[1]
    assert now(colleague, roles, own).status == names.APPROVED


def test_the_same_document_twice_in_one_message(author: Client, roles: Cast) -> None:
    found = sent(author, roles)
    with pytest.raises(RegistryError) as refusal:
        author.change_all(roles.patient, (found, "status", names.ARCHIVED), (found, "MASQUE_PS", True))
    assert refusal.value.codes == [codes.XDS_UPDATE_OPERATION]
    assert now(author, roles, found).status == names.APPROVED
