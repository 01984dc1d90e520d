/// A trace event out of its seal, with the salt that opens its commitment.
public struct OpenedTraceEvent: Hashable, Sendable {
    /// The canonical bytes of the event.
    public let event: [UInt8]
    /// The salt of the commitment in the log.
    public let salt: [UInt8]
}

extension TraceKey {
    /// Seals an event and its 32-byte salt for a record and its place in the record's sequence.
    public func seal(
        event: [UInt8],
        salt: [UInt8],
        record: RecordID,
        sequence: UInt64,
        nonce: SealNonce
    ) throws(SealingError) -> [UInt8] {
        guard salt.count == 32 else { throw .malformed(.traceEvent) }
        return try AuthenticatedBox.seal(
            try LengthPrefixed.encode(salt) + event,
            key: material,
            nonce: nonce,
            associatedData: framed("dmp/tracect/v1", record, sequence),
            element: .traceEvent
        )
    }

    /// Opens a sealed event; fails when it was sealed for another record or sequence number.
    public func open(
        _ sealed: [UInt8],
        record: RecordID,
        sequence: UInt64
    ) throws(SealingError) -> OpenedTraceEvent {
        let plaintext = try AuthenticatedBox.open(
            sealed,
            key: material,
            associatedData: framed("dmp/tracect/v1", record, sequence),
            element: .traceEvent
        )
        var reader = ByteReader(plaintext, element: .traceEvent)
        let salt = try reader.readLengthPrefixed(maximum: 32)
        guard salt.count == 32 else { throw .malformed(.traceEvent) }
        return OpenedTraceEvent(event: reader.readRest(), salt: salt)
    }
}
