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

    /// The chain of replacements through a document, the newest first, however long; a ring of them ends where it closes.
    package static func all(of entry: DocumentEntry, in entries: [DocumentEntry]) -> [DocumentVersion] {
        var chain = [entry]
        var met: Set<UniqueID> = [entry.id]
        let named = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
        while let older = chain.last?.replaces.flatMap({ named[$0] }), met.insert(older.id).inserted {
            chain.append(older)
        }
        chain.reverse()
        let replacing = Dictionary(entries.compactMap { new in new.replaces.map { ($0, new) } }) { first, _ in first }
        while let newer = chain.last.flatMap({ replacing[$0.id] }), met.insert(newer.id).inserted {
            chain.append(newer)
        }
        return chain.reversed().map { version in
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
