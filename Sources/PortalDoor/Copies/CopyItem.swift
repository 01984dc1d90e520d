import ClinicalDocuments
import Foundation
import HealthRecord
import PageKit
import SafeXML
import Wording

/// One document of a copy: its words, and its files.
struct CopyItem: Sendable {
    let title: String
    let date: Phrase
    let author: String
    let category: Phrase
    /// What software knows the document's type and class by.
    let official: DocumentNames
    let states: [DocumentState]
    /// Where the original lies in the copy.
    let original: String
    /// Where a version lies that people can read without special software; nil where the original is one.
    let readable: String?
    let entry: DocumentEntry

    /// `documents/003-ordonnance`: a name that every system can hold, and that tells no more than the title does.
    static func stem(_ rank: Int, _ title: String) -> String {
        let folded = title.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
        let words = folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let slug = words.joined(separator: "-").prefix(60)
        let number = String(repeating: "0", count: max(0, 3 - "\(rank)".count)) + "\(rank)"
        return slug.isEmpty ? number : "\(number)-\(slug)"
    }
}

/// What software finds beside the documents.
struct CopyData: Encodable {
    struct Document: Encodable {
        let file: String
        let readable: String?
        let title: String
        let type: String
        let typeCode: String
        let category: String
        let classCode: String
        let author: String
        let structure: String?
        let actDate: String?
        let createdAt: String
        let receivedAt: String
        let status: String
        let isHiddenFromProfessionals: Bool
        let mimeType: String
        let size: UInt64
        let sha256: String
        let uniqueID: String
    }

    let format = "dmp-copy/1"
    let madeAt: String
    let family: String
    let given: String
    let birthDate: String
    let documents: [Document]

    init(_ items: [CopyItem], of name: PersonName, born birthDate: CalendarDate, at now: Instant) {
        madeAt = now.iso8601
        family = name.family
        given = name.given
        self.birthDate = birthDate.iso8601
        documents = items.map { item in
            Document(
                file: item.original,
                readable: item.readable,
                title: item.title,
                type: item.official.type.french,
                typeCode: item.entry.typeCode.value,
                category: item.official.category.french,
                classCode: item.entry.classCode.value,
                author: item.author,
                structure: item.entry.authors.first?.institutions.first?.name,
                actDate: item.entry.serviceStart?.start.iso8601,
                createdAt: item.entry.creationTime.start.iso8601,
                receivedAt: item.entry.depositedAt.iso8601,
                status: "\(item.entry.status)",
                isHiddenFromProfessionals: item.entry.visibility.contains(.maskedToProfessionals),
                mimeType: item.entry.mimeType,
                size: item.entry.size,
                sha256: Hex.encode(item.entry.sha256),
                uniqueID: item.entry.uniqueID.text
            )
        }
    }

    /// The file.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { Array($0) } ?? []
    }
}
