import HealthRecord
import PageKit
import Wording

@testable import PortalDoor

/// Folders of one's own.
extension PageSamples {
    static let folders: [Sample] = [
        ("folders", FoldersPage(lines: shelf, notice: FolderText.added.phrase), true),
        ("folders-none", FoldersPage(lines: [], entered: "Mes yeux", faults: [taken]), true),
        ("folder", FolderPage(id: ids[0], name: "Cardiologie", entered: "Cardiologie"), true),
        (
            "filing",
            FilingPage(id: ids[2], title: "Compte rendu de consultation", folders: shelf, ticked: [ids[1]]), true
        ),
        (
            "filing-full",
            FilingPage(
                id: ids[2],
                title: "Compte rendu de consultation",
                folders: shelf,
                ticked: [ids[1]],
                entered: "Yeux",
                faults: [FieldFault(FormNames.folder, FolderText.full(300)), taken]
            ), true
        ),
    ]

    private static let taken = FieldFault(FormNames.folderName, FolderText.taken.phrase)

    private static let shelf = [
        FolderLine(id: ids[0], name: "Cardiologie", rank: 1, count: 3),
        FolderLine(id: ids[1], name: "Mes yeux", rank: 2, count: 0),
    ]
}
