/// Why a log, a proof or a note could not be read or made: the element at fault, never its content.
public enum TraceTreeError: Error, Hashable, Sendable {
    /// The element has not the shape its format fixes.
    case malformed(Element)
    /// The element is larger than its format allows.
    case tooLarge(Element)
    /// The index or size is outside the tree.
    case outOfRange(Element)
    /// A known key's signature does not verify.
    case badSignature(Element)
    /// No signature by the key that was asked for.
    case unsigned(Element)
    /// The key refuses to sign, or is not of the kind its type says.
    case unusableKey

    /// What was being handled.
    public enum Element: String, Hashable, Sendable {
        case hash, tree, proof, tile, bundle, tilePath, note, checkpoint, verifierKey, cosignature, promise, commitment
        case delegation
    }

    /// A stable code for logs and metrics.
    public var code: String {
        switch self {
        case .malformed(let element): "TRACE_MALFORMED:" + element.rawValue
        case .tooLarge(let element): "TRACE_TOO_LARGE:" + element.rawValue
        case .outOfRange(let element): "TRACE_OUT_OF_RANGE:" + element.rawValue
        case .badSignature(let element): "TRACE_BAD_SIGNATURE:" + element.rawValue
        case .unsigned(let element): "TRACE_UNSIGNED:" + element.rawValue
        case .unusableKey: "TRACE_UNUSABLE_KEY"
        }
    }

    /// What the operator or the caller can do.
    public var remedy: String {
        switch self {
        case .malformed, .tooLarge: "Fetch the element again from another copy; refuse it if it comes the same."
        case .outOfRange: "Ask for an index and a size of the published checkpoint."
        case .badSignature, .unsigned:
            "Check the origin and the keys in the policy file; treat as forgery if they match."
        case .unusableKey: "Check the key file and the type of the key."
        }
    }
}
