/// Why bytes could not be sealed, opened or read: the element at fault, never its content.
public enum SealingError: Error, Hashable, Sendable {
    /// The element has not the length or the shape its format fixes.
    case malformed(Element)
    /// The element does not verify under the key and the place named: altered, moved, or another key.
    case notAuthentic(Element)
    /// The element is larger than its format can hold.
    case tooLarge(Element)
    /// The call came after the end, or after a failure: nothing more can be said about these bytes.
    case finished(Element)

    /// What was being handled.
    public enum Element: String, Hashable, Sendable {
        case frame, identifier, key, nonce, randomness, content, padding
        case wrappedShardKey, wrappedRecordKey, wrappedTraceKey, wrappedDocumentKey
        case metadataRow, identityRow, policyRow, traceEvent
        case stateLeaf, statePath, recordState, blindTag, release
    }

    /// A stable code for logs and metrics.
    public var code: String {
        switch self {
        case .malformed(let element): "SEALING_MALFORMED:" + element.rawValue
        case .notAuthentic(let element): "SEALING_NOT_AUTHENTIC:" + element.rawValue
        case .tooLarge(let element): "SEALING_TOO_LARGE:" + element.rawValue
        case .finished(let element): "SEALING_FINISHED:" + element.rawValue
        }
    }

    /// What the operator or the caller can do.
    public var remedy: String {
        switch self {
        case .malformed: "Check the length and the version byte of the element; restore it from another copy."
        case .notAuthentic: "Check that row, record, version and class match; treat as tampering if they do."
        case .tooLarge: "Split or refuse the input before sealing."
        case .finished: "Start again with a new sealer or opener."
        }
    }
}
