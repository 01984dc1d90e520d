package import HealthRecord
package import Wording

/// One version of a document, among the others on its page.
package struct DocumentVersion: Sendable {
    package let id: UniqueID
    let date: Phrase
    let isThis: Bool

    package init(id: UniqueID, date: Phrase, isThis: Bool) {
        self.id = id
        self.date = date
        self.isThis = isThis
    }

    /// The chain of replacements through a document, the newest first.
    package static func all(of entry: DocumentEntry, in entries: [DocumentEntry]) -> [DocumentVersion] {
        var chain = [entry]
        while chain.count < 100, let newer = entries.first(where: { $0.replaces == chain.first?.id }) {
            chain.insert(newer, at: 0)
        }
        while chain.count < 100, let older = entries.first(where: { $0.id == chain.last?.replaces }) {
            chain.append(older)
        }
        return chain.map { version in
            DocumentVersion(
                id: version.id,
                date: DateText.moment(version.depositedAt),
                isThis: version.id == entry.id
            )
        }
    }

    /// The list of several; nothing for a document that was never replaced.
    package static func list(
        _ versions: [DocumentVersion],
        _ frame: Frame,
        at path: (UniqueID) -> String
    ) -> Node? {
        guard versions.count > 1 else { return nil }
        return section("versions", DocumentPageText.versions, frame, class: "panel") {
            tag("ul", .class("plain")) {
                for version in versions {
                    tag("li") {
                        if version.isThis {
                            frame(version.date) + " (" + frame(DocumentPageText.thisVersion) + ")"
                        } else {
                            link(frame(version.date), to: path(version.id))
                        }
                    }
                }
            }
        }
    }
}
