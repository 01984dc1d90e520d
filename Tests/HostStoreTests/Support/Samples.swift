import Crypto
import Foundation
import Sealing
import Testing

@testable import HostStore

/// A folder that goes when the test ends.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/host-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    var host: String { path + "/host" }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Makes sealed-looking messages from a seed.
struct Samples {
    var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func recordID() throws -> RecordID { try #require(RecordID(bytes: random.bytes(16))) }
    mutating func documentID() throws -> DocumentID { try #require(DocumentID(bytes: random.bytes(16))) }
    mutating func id<Kind>() throws -> RandomID<Kind> { try #require(RandomID(bytes: random.bytes(16))) }
    mutating func bytes32() throws -> Bytes32 { try #require(Bytes32(bytes: random.bytes(32))) }

    mutating func record() throws -> NewRecord {
        NewRecord(
            recordID: try recordID(),
            tag: try bytes32(),
            bindMAC: try bytes32(),
            identityCiphertext: random.bytes(256),
            ingestDay: 20_000
        )
    }

    mutating func document(_ content: [UInt8]) throws -> (document: PendingDocument, content: [UInt8]) {
        let place = content.count <= 65_536 ? ContentPlace.inline(content) : .file(try id())
        let document = PendingDocument(
            documentID: try documentID(),
            uidTag: try bytes32(),
            uuidTag: try bytes32(),
            version: 1,
            suite: 1,
            metaVersion: 1,
            rowCiphertext: random.bytes(512),
            wrappedKey: random.bytes(60),
            content: place,
            ciphertextLength: content.count,
            ciphertextSHA256: try #require(Bytes32(bytes: Array(SHA256.hash(data: content))))
        )
        return (document, content)
    }

    /// A deposit of one document of each given length, with one set.
    mutating func deposit(in record: RecordID, lengths: [Int]) throws -> (deposit: PendingDeposit, contents: [[UInt8]])
    {
        var documents: [PendingDocument] = []
        var contents: [[UInt8]] = []
        for length in lengths {
            let made = try document(random.bytes(length))
            documents.append(made.document)
            contents.append(made.content)
        }
        let deposit = PendingDeposit(
            depositID: try id(),
            recordID: record,
            ingestDay: 20_001,
            documents: documents,
            sets: [PendingSet(setID: try id(), ciphertext: random.bytes(300))]
        )
        return (deposit, contents)
    }

    mutating func activation(of deposit: PendingDeposit, from ordinal: Int = 0) throws -> Activation {
        var assignments: [LeafAssignment] = []
        for (index, document) in deposit.documents.enumerated() {
            let leafHash = try bytes32()
            assignments.append(
                LeafAssignment(documentID: document.documentID, ordinal: ordinal + index, leafHash: leafHash)
            )
        }
        return Activation(depositID: deposit.depositID, assignments: assignments, receipt: random.bytes(120))
    }

    mutating func change(of row: DocumentRow, effect: ChangeEffect) throws -> StagedChange {
        StagedChange(
            changeID: try id(),
            recordID: row.recordID,
            documentID: row.documentID,
            expectedMetaVersion: row.metaVersion,
            expectedLeafHash: row.leafHash,
            newRow: random.bytes(512),
            newWrappedKey: random.bytes(60),
            newLeafHash: try bytes32(),
            effect: effect,
            ingestDay: 20_002
        )
    }
}

extension HostStore {
    /// Deposits and activates, objects included.
    func deposit(_ deposit: PendingDeposit, _ contents: [[UInt8]], _ activation: Activation) async throws {
        try await insertPending(deposit)
        for (document, content) in zip(deposit.documents, contents) {
            if case .file(let key) = document.content { try await writeObject(key, content) }
        }
        try await activate(activation)
    }
}
