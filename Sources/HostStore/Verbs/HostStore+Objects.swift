import Crypto
import DurableSQL
import GRDB
import Glibc
public import Sealing

extension HostStore {
    /// Writes the object that a pending row announces; durable, under its name, when it returns (§ 6.2, § 6.4).
    ///
    /// The row comes first: an object that no row names is refused, so a file without a row is never alive. The same
    /// bytes again are written again, to the same end.
    public func writeObject(_ key: ObjectKey, _ bytes: [UInt8]) async throws(HostStoreError) {
        guard database.isOpen else { throw await refusal() }
        let known = try await location(.key(key))
        guard let known else { throw .unknownObject }
        try await files.run { [objects, database] () throws(HostStoreError) in
            guard bytes.count == known.length, Array(SHA256.hash(data: bytes)) == known.sha256.bytes else {
                throw .objectMismatch
            }
            do throws(ObjectFailure) {
                try objects.write(key, bytes)
            } catch {
                switch error {
                case .refused(let code): throw .storageFailed(code: code)
                case .durability(let code):
                    database.stop(.storageFailed(code: code))
                    throw .storageFailed(code: code)
                }
            }
        }
        // The janitor may have erased the deposit in the meantime: what no row names must not stay.
        if try await location(.key(key)) == nil {
            try await files.run { [objects] () throws(HostStoreError) in
                do throws(SystemError) { try objects.erase([key]) } catch { throw .storageFailed(code: error.code) }
            }
            throw .unknownObject
        }
    }

    /// The bytes of an object, held against the length and hash of its row.
    public func readObject(_ key: ObjectKey) async throws(HostStoreError) -> [UInt8] {
        guard let known = try await location(.key(key)) else { throw .unknownObject }
        return try await whole(known)
    }

    /// The sealed content of a document, inline or in a file, held against the length and hash of its row.
    public func content(of documentID: DocumentID) async throws(HostStoreError) -> [UInt8] {
        guard let known = try await location(.document(documentID)) else { throw .unknownDocument }
        return try await whole(known)
    }

    /// The sealed content that a row names, of the row's length, for who opens it: a chunk that is not as it was sealed does
    /// not open, so its hash is not taken here a second time.
    ///
    /// The row says all that is needed, so the database is asked only for what is inline, or gone meanwhile.
    public func content(of row: DocumentRow) async throws(HostStoreError) -> [UInt8] {
        guard let key = row.objectKey else { return try await content(of: row.documentID) }
        do throws(HostStoreError) {
            return try await file(key, length: row.ciphertextLength)
        } catch .corrupted {
            return try await content(of: row.documentID)
        } catch {
            throw error
        }
    }

    /// The sealed content of a document, piece by piece.
    public func contentReader(of documentID: DocumentID) async throws(HostStoreError) -> ContentReader {
        guard let known = try await location(.document(documentID)) else { throw .unknownDocument }
        return try await reader(known)
    }

    private func reader(_ known: ContentLocation) async throws(HostStoreError) -> ContentReader {
        let source: ContentReader.Source =
            switch known.place {
            case .inline(let bytes): .memory(bytes)
            case .file(let key):
                .file(
                    try await files.run { [objects] () throws(HostStoreError) in
                        do throws(SystemError) {
                            return try objects.open(key)
                        } catch {
                            throw error.code == ENOENT ? .corrupted(.content) : .storageFailed(code: error.code)
                        }
                    }
                )
            }
        return ContentReader(source: source, length: known.length, expected: known.sha256, pool: files)
    }

    private func whole(_ known: ContentLocation) async throws(HostStoreError) -> [UInt8] {
        switch known.place {
        case .inline(let bytes):
            guard bytes.count == known.length, Array(SHA256.hash(data: bytes)) == known.sha256.bytes else {
                throw .corrupted(.content)
            }
            return bytes
        case .file(let key): return try await file(key, length: known.length, sha256: known.sha256)
        }
    }

    /// A whole file in one turn of the pool, held against its length and hash.
    private func file(
        _ key: ObjectKey,
        length: Int,
        sha256: Bytes32? = nil
    ) async throws(HostStoreError) -> [UInt8] {
        try await files.run { [objects] () throws(HostStoreError) in
            let bytes: [UInt8]
            do throws(SystemError) {
                bytes = try objects.open(key).read(at: 0, count: length)
            } catch {
                throw error.code == ENOENT ? .corrupted(.content) : .storageFailed(code: error.code)
            }
            let isAsStored = sha256.map { Array(SHA256.hash(data: bytes)) == $0.bytes } ?? true
            guard bytes.count == length, isAsStored else { throw .corrupted(.content) }
            return bytes
        }
    }

    private func refusal() async -> HostStoreError {
        do throws(HostStoreError) {
            try await database.write { _ in }
            return .closed
        } catch {
            return error
        }
    }

    private enum Wanted: Sendable {
        case key(ObjectKey)
        case document(DocumentID)
    }

    private struct ContentLocation: Sendable {
        var place: ContentPlace
        var length: Int
        var sha256: Bytes32
    }

    private func location(_ wanted: Wanted) async throws(HostStoreError) -> ContentLocation? {
        try await read { db in
            let columns = "SELECT doc_id, object_key, ct_len, ct_sha256 FROM documents WHERE state <> 4 AND "
            let found: Row? =
                switch wanted {
                case .key(let key): try db.row(columns + "object_key = ?", [.id(key)])
                case .document(let document): try db.row(columns + "doc_id = ?", [.id(document)])
                }
            guard let found else { return nil }
            let place: ContentPlace
            if let key = try found.optionalValue("object_key", as: ObjectKey.self) {
                place = .file(key)
            } else {
                let document: DocumentID = try found.value("doc_id")
                let row = try db.row("SELECT content FROM inline_contents WHERE doc_id = ?", [.id(document)])
                guard let row else { throw HostStoreError.corrupted(.content) }
                place = .inline(try row.blob("content"))
            }
            return ContentLocation(
                place: place,
                length: try found.number("ct_len"),
                sha256: try found.value("ct_sha256")
            )
        }
    }
}
