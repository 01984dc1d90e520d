import ClinicalDocuments
import Custody
import Foundation
import HTTPTypes
import HealthRecord
import Hummingbird
import HummingbirdCore
import NIOCore
import PageKit
import RecordService
import ServerKit
import Wording
import ZipFiles

/// Makes a copy while it is sent: one document in the clear at a time, each decided, traced and released for itself.
///
/// A session that ends meanwhile ends the copy as well: the file then stops short, and no program takes it for whole.
struct CopyMaking: Sendable {
    let portal: PortalDoor
    let stay: Stay
    let language: Language

    /// How much goes out at once.
    private static let portion = 65_536

    func write(_ entries: [DocumentEntry], to writer: inout any ResponseBodyWriter) async throws {
        let zip = try ZipWriter()
        var items: [CopyItem] = []
        for entry in entries {
            guard let read = try await read(entry) else { continue }
            let names = try await add(read, rank: items.count + 1, in: ("documents/", "lecture/"), zip, &writer)
            let line = portal.line(read.entry)
            items.append(
                CopyItem(
                    title: line.title,
                    date: line.date,
                    author: line.author,
                    category: line.category,
                    official: portal.valueSets.officialNames(read.entry),
                    states: line.states,
                    original: names.original,
                    readable: names.readable,
                    entry: read.entry
                )
            )
        }
        for file in try await papers(items) { try await add(file.name, file.bytes[...], stay.now, zip, &writer) }
        try zip.finish()
        try await writer.write(ByteBuffer(bytes: zip.taken()))
    }

    /// Documents that were chosen and nothing beside them, each a reading as on its own page.
    func writeChosen(_ entries: [DocumentEntry], to writer: inout any ResponseBodyWriter) async throws {
        let zip = try ZipWriter()
        var rank = 0
        for entry in entries {
            guard let read = try await read(entry, copying: false) else { continue }
            rank += 1
            _ = try await add(read, rank: rank, in: ("", ""), zip, &writer)
        }
        try zip.finish()
        try await writer.write(ByteBuffer(bytes: zip.taken()))
    }

    /// Adds a document as it was filed and, where that takes special software, as people read it; answers their names.
    private func add(
        _ read: ReadDocument,
        rank: Int,
        in folders: (original: String, readable: String),
        _ zip: ZipWriter,
        _ writer: inout any ResponseBodyWriter
    ) async throws -> (original: String, readable: String?) {
        let content = DocumentContent(title: read.entry.title, bytes: read.bytes, valueSets: portal.valueSets)
        let stem = CopyItem.stem(rank, read.entry.title)
        let original = "\(folders.original)\(stem).\(content.ending)"
        try await add(original, read.bytes[...], read.entry.depositedAt, zip, &writer)
        guard let readable = portal.readable(content, in: language) else { return (original, nil) }
        let name = "\(folders.readable)\(stem).\(readable.ending)"
        try await add(name, readable.bytes[...], read.entry.depositedAt, zip, &writer)
        return (original, name)
    }

    /// A document, decided and traced as a part of a copy or as a reading; what may no longer be read is left out without a
    /// word.
    private func read(_ entry: DocumentEntry, copying: Bool = true) async throws -> ReadDocument? {
        // Each under a visit of its own: the session is looked at again, and lives on while it is used.
        let visit = try await portal.service.admit(.session(token: stay.token), request: portal.newID())
        defer { portal.service.leave(visit) }
        let outcome =
            copying ? try await portal.service.export(entry.id, visit) : try await portal.service.read(entry.id, visit)
        if case .document(let document) = outcome { return document }
        return nil
    }

    /// The list, what software reads, the history and its proofs.
    private func papers(_ items: [CopyItem]) async throws -> [(name: String, bytes: [UInt8])] {
        let visit = try await portal.service.admit(.session(token: stay.token), request: portal.newID())
        defer { portal.service.leave(visit) }
        var files: [(name: String, bytes: [UInt8])] = [
            (
                CopyIndex.dataFile,
                CopyData(items, of: stay.file.name, born: stay.file.policy.birthDate, at: stay.now).bytes
            )
        ]
        let sheet = CopySheet(
            lines: items.map {
                CopySheet.Line(
                    title: $0.title,
                    date: $0.date,
                    author: $0.author,
                    category: $0.category,
                    states: $0.states
                )
            },
            name: stay.file.name.spoken,
            now: stay.now
        )
        files.append((CopyIndex.listFile, try sheet.printed(language)))
        let entries = try await portal.service.list(visit).entries
        let table = try await portal.table(of: visit, portal.teller(entries: entries, stay).inFull, language)
        files.append((CopyIndex.historyFile, Array(table.text.utf8)))
        let reach = portal.proofReach(stay)
        if reach.isSomewhere {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            files.append((CopyIndex.proofFile, Array(try encoder.encode(try await portal.service.exportTraces(visit)))))
        }
        let index = CopyIndex(
            items: items,
            name: stay.file.name.spoken,
            now: stay.now,
            proofs: reach,
            phone: portal.settings.sheet.helpPhone,
            language: language,
            sheet: portal.documentSheet
        )
        files.append(("index.html", Array(index.html.utf8)))
        return files
    }

    private func add(
        _ name: String,
        _ bytes: ArraySlice<UInt8>,
        _ at: Instant,
        _ zip: ZipWriter,
        _ writer: inout any ResponseBodyWriter
    ) async throws {
        try zip.begin(name, size: bytes.count, modified: at.milliseconds / 1000)
        var rest = bytes
        while !rest.isEmpty {
            try zip.write(rest.prefix(Self.portion))
            rest = rest.dropFirst(Self.portion)
            let made = zip.taken()
            if !made.isEmpty { try await writer.write(ByteBuffer(bytes: made)) }
        }
    }
}
