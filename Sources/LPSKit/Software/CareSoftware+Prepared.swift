internal import DMPWire
public import HealthRecord
internal import SOAPWire
public import XDSWire

/// Calls written now and sent later.
extension CareSoftware {
    /// Writes a deposit; see `deposit`.
    public func prepareDeposit(
        _ documents: [OutgoingDocument],
        for patient: INS,
        contentType: Code = CareSoftware.consultation
    ) throws(LPSError) -> PreparedCall {
        let lot = try OutgoingLot(
            documents,
            set: newSet(for: patient, contentType: contentType),
            signer: writer.signature,
            signing: .signed(.modern),
            sources: writer.sources
        )
        let call = try writer.call(
            .provideAndRegister,
            patient: patient,
            mode: .normal,
            attachments: lot.attachments
        ) { lot.submission.write(into: &$0) }
        return PreparedCall(call: call)
    }

    /// Writes a query; see `find`.
    public func prepareFind(
        _ query: StoredQuery,
        in patient: INS,
        returning type: ReturnType
    ) throws(LPSError) -> PreparedCall {
        let request = StoredQueryRequest(query, returnType: type)
        return PreparedCall(
            call: try writer.call(.storedQuery, patient: patient, mode: .normal) { request.write(into: &$0) }
        )
    }

    /// Writes a retrieval; see `retrieve`.
    public func prepareRetrieve(_ documents: [OID], from patient: INS) throws(LPSError) -> PreparedCall {
        let request = RetrieveRequest(
            documents.map { DocumentReference(repository: product.repository, document: $0) }
        )
        return PreparedCall(
            call: try writer.call(.retrieve, patient: patient, mode: .normal) { request.write(into: &$0) }
        )
    }

    /// Sends a prepared call and gives the answer back unread.
    public func send(_ prepared: PreparedCall) async throws(LPSError) -> SentCall {
        SentCall(raw: try await transport.send(prepared.call))
    }

    /// Reads an answer as the typed operations do, to learn why it is no success.
    public func check(_ sent: SentCall, to prepared: PreparedCall) throws(LPSError) {
        let answer = try Answer(sent.raw, to: prepared.call)
        switch prepared.call.action {
        case .provideAndRegister: _ = try Self.response(answer)
        case .storedQuery: _ = try Self.list(answer)
        default: break
        }
    }
}
