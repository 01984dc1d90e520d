public import HealthRecord
internal import SOAPWire
public import XDSWire

/// A document that was handed out.
public struct ReceivedDocument: Hashable, Sendable {
    /// Its OID.
    public let uniqueID: OID
    /// Its media type.
    public let mimeType: String
    /// Its exact bytes.
    public let bytes: [UInt8]
}

/// What came of the documents asked for.
public struct ReceivedDocuments: Hashable, Sendable {
    /// Those that were handed out.
    public let documents: [ReceivedDocument]
    /// Why others were not.
    public let problems: [RegistryProblem]
}

extension CareSoftware {
    /// Asks the registry (TD3.1).
    ///
    /// - Throws: `registry` when the query failed; an answer in part is an answer.
    public func find(
        _ query: StoredQuery,
        in patient: INS,
        returning type: ReturnType = .leafClass,
        mode: AccessMode = .normal
    ) async throws(LPSError) -> QueryAnswer {
        let request = StoredQueryRequest(query, returnType: type)
        let answer = try await ask(.storedQuery, patient: patient, mode: mode) { request.write(into: &$0) }
        return try Self.list(answer)
    }

    static func list(_ answer: Answer) throws(LPSError) -> QueryAnswer {
        let read: QueryAnswer?
        do throws(XDSWireError) {
            read = try QueryAnswer.read(answer.payload).message
        } catch {
            throw .unreadable(.registry)
        }
        guard let read else { throw .unreadable(.registry) }
        guard read.status != .failure else { throw .registry(read.problems) }
        return read
    }

    /// The documents of a record that this user may know of, signatures of lots left out.
    public func documents(
        of patient: INS,
        statuses: Set<AvailabilityStatus> = [.approved],
        mode: AccessMode = .normal
    ) async throws(LPSError) -> [SubmittedEntry] {
        let criteria = FindDocumentsCriteria(patient: PatientIdentifier(patient), statuses: statuses)
        let answer = try await find(.findDocuments(criteria), in: patient, mode: mode)
        return answer.items.compactMap { item in
            if case .entry(let entry) = item, !entry.isLotSignature { entry } else { nil }
        }
    }

    /// Reads documents by their OIDs (TD3.2).
    ///
    /// - Throws: `registry` when none could be handed out.
    public func retrieve(
        _ documents: [OID],
        from patient: INS,
        mode: AccessMode = .normal
    ) async throws(LPSError) -> ReceivedDocuments {
        let request = RetrieveRequest(
            documents.map { DocumentReference(repository: product.repository, document: $0) }
        )
        let answer = try await ask(.retrieve, patient: patient, mode: mode) { request.write(into: &$0) }
        let read: RetrieveAnswer
        do throws(XDSWireError) {
            read = try RetrieveAnswer(answer.payload)
        } catch {
            throw .unreadable(.registry)
        }
        guard read.response.status != .failure else { throw .registry(read.response.problems) }
        var received: [ReceivedDocument] = []
        for document in read.documents {
            let bytes: [UInt8]
            switch document.content {
            case .inline(let inline): bytes = inline
            case .attachment(let id):
                guard let part = answer.parts[id] else { throw .unreadable(.missingPart) }
                bytes = part
            }
            received.append(
                ReceivedDocument(uniqueID: document.reference.document, mimeType: document.mimeType, bytes: bytes)
            )
        }
        return ReceivedDocuments(documents: received, problems: read.response.problems)
    }
}
