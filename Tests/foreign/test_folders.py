"""Folders and related documents, as IHE has them and French profiles do not (ITI TF-2 §3.18.4.1.2.3.7)."""

from __future__ import annotations

import pytest

import names
import samples
from ebrim import Entry, Folder, association, member
from lps import Client
from people import Cast
from registry import QueryAnswer, quoted


def holds(answer: QueryAnswer, unique_id: str) -> bool:
    """Whether a folder is in an answer."""
    path = f".//rim:ExternalIdentifier[@identificationScheme='{names.FOLDER_UNIQUE}'][@value='{unique_id}']"
    return bool(answer.element.xpath(path, namespaces=names.NAMESPACES))


def sent(author: Client, roles: Cast, masked: bool = False) -> tuple[Folder, str]:
    """A folder that came with a document in it: the folder, and the document's own id."""
    document = samples.consultation(roles.patient, roles.author)
    lot = author.lot(Entry(document, masked=masked))
    folder = Folder(roles.patient, "Suivi de grossesse")
    inside = association(names.HAS_MEMBER, folder.symbol, lot.entries[0].symbol)
    author.provide(lot.changed(extra=folder.xml() + member(lot.owner, folder.symbol) + inside))
    return folder, document.unique_id


def folders(client: Client, roles: Cast) -> QueryAnswer:
    """FindFolders."""
    return client.query(
        roles.patient,
        "FindFolders",
        {"$XDSFolderPatientId": f"'{roles.patient.cx}'", "$XDSFolderStatus": quoted(names.APPROVED)},
    )


def test_a_folder_is_found_with_the_document_in_it(author: Client, colleague: Client, roles: Cast) -> None:
    folder, unique_id = sent(author, roles)
    for reader in (author, colleague):
        assert holds(folders(reader, roles), folder.unique_id)
        by_id = {"$XDSFolderUniqueId": quoted(folder.unique_id)}
        assert holds(reader.query(roles.patient, "GetFolders", by_id), folder.unique_id)
        single = {"$XDSFolderUniqueId": f"'{folder.unique_id}'"}
        contents = reader.query(roles.patient, "GetFolderAndContents", single)
        assert holds(contents, folder.unique_id)
        assert [each.unique_id for each in contents.entries] == [unique_id]
        assert len(contents.associations) == 1
        of_document = {"$XDSDocumentEntryUniqueId": f"'{unique_id}'"}
        assert holds(reader.query(roles.patient, "GetFoldersForDocument", of_document), folder.unique_id)


def test_a_folder_of_hidden_documents_is_none_for_others(author: Client, colleague: Client, roles: Cast) -> None:
    folder, unique_id = sent(author, roles, masked=True)
    assert holds(folders(author, roles), folder.unique_id)
    assert not holds(folders(colleague, roles), folder.unique_id)
    for name, parameters in (
        ("GetFolders", {"$XDSFolderUniqueId": quoted(folder.unique_id)}),
        ("GetFolderAndContents", {"$XDSFolderUniqueId": f"'{folder.unique_id}'"}),
        ("GetFoldersForDocument", {"$XDSDocumentEntryUniqueId": f"'{unique_id}'"}),
    ):
        answer = colleague.query(roles.patient, name, parameters)
        assert not answer.sets and not answer.entries and not answer.associations


@pytest.mark.parametrize("kind", ["replaced", "alone"])
def test_related_documents_are_those_that_a_relation_joins(author: Client, roles: Cast, kind: str) -> None:
    first = samples.summary(roles.patient, roles.author)
    author.deposit(first)
    expected = set()
    if kind == "replaced":
        old = author.get(roles.patient, first.unique_id)
        assert old is not None
        second = first.next_version(title=first.title + " bis")
        author.deposit(Entry(second, replaces_entry=old.entry_uuid))
        expected = {first.unique_id, second.unique_id}
    answer = author.query(
        roles.patient,
        "GetRelatedDocuments",
        {"$XDSDocumentEntryUniqueId": f"'{first.unique_id}'", "$AssociationTypes": quoted(names.REPLACES)},
    )
    assert {each.unique_id for each in answer.entries} == expected
    assert len(answer.associations) == (1 if expected else 0)
