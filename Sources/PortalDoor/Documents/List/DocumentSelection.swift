import HealthRecord
import PageKit
import Wording

/// Which documents of a list may be taken or deleted together, and which were chosen for it.
struct DocumentSelection: Sendable {
    /// As many as the official service takes at once (access and life cycle § 3.6).
    static let most = 10

    /// The reader's own, as far as the rules let him delete them.
    var deletable: Set<UniqueID> = []
    /// Those that may be downloaded together.
    var takeable: Set<UniqueID> = []
    var ticked: Set<UniqueID> = []

    /// Those with a box.
    var choosable: Set<UniqueID> { takeable.union(deletable) }

    /// What is wrong with a choice; nil for one that can be acted upon.
    static func fault(_ chosen: [UniqueID]) -> FieldFault? {
        guard !chosen.isEmpty else { return FieldFault(FormNames.choice, DeletingText.noneChosen.phrase) }
        guard chosen.count <= most else { return FieldFault(FormNames.choice, DeletingText.tooMany(most)) }
        return nil
    }

    /// What is wrong with a choice of documents to be downloaded: no more of them than a page of the list shows.
    static func takingFault(_ chosen: [UniqueID]) -> FieldFault? {
        guard !chosen.isEmpty else { return FieldFault(FormNames.choice, TakingText.noneChosen.phrase) }
        guard chosen.count <= PortalDoor.pageSize else {
            return FieldFault(FormNames.choice, TakingText.tooMany(PortalDoor.pageSize))
        }
        return nil
    }

    /// The box of a row; the first one bears the group's name, so that a fault can point to it.
    func box(_ id: UniqueID, rank: Int, faults: [FieldFault], _ frame: Frame) -> Node {
        let fault = faults.first { $0.field == FormNames.choice }
        let name = rank == 0 ? FormNames.choice : "\(FormNames.choice)-\(rank + 1)"
        return tag("div", .class("box")) {
            Node.void(
                "input",
                [
                    .type("checkbox"), .id(name), .name(FormNames.choice), .value(id.text),
                    ticked.contains(id) ? Attribute("checked") : nil,
                    // The word and the document's title.
                    Attribute("aria-labelledby", "\(name)-mot \(Self.titleID(id))"),
                    fault == nil ? nil : Attribute("aria-invalid", "true"),
                    .described(by: fault == nil ? [] : [FormNames.choice + "-erreur"]),
                ].compactMap { $0 }
            )
            tag("label", Attribute("for", name), .id("\(name)-mot")) { frame(DeletingText.choose) }
        }
    }

    /// Where the title of a row stands.
    static func titleID(_ id: UniqueID) -> String { "titre-" + id.text }
}
