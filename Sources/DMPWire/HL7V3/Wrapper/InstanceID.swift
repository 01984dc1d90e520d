public import HealthRecord

/// An instance identifier of HL7 V3 (II): a root, an OID or a UUID, and mostly an extension.
public struct InstanceID: Hashable, Sendable {
    /// What guarantees uniqueness.
    public enum Root: Hashable, Sendable {
        /// An authority.
        case oid(OID)
        /// The identifier itself.
        case uuid(UniqueID)

        /// As written.
        public var text: String {
            switch self {
            case .oid(let oid): oid.text
            case .uuid(let uuid): uuid.text
            }
        }
    }

    /// What guarantees uniqueness.
    public let root: Root
    /// What the authority gave.
    public let `extension`: String?

    /// An identifier given by an authority.
    public init(_ oid: OID, _ extension: String? = nil) {
        root = .oid(oid)
        self.extension = `extension`
    }

    /// A UUID that needs no authority.
    public init(_ uuid: UniqueID) {
        root = .uuid(uuid)
        self.extension = nil
    }

    /// Reads both from text.
    public init?(root: String, extension: String?) {
        if let oid = OID(root) {
            self.root = .oid(oid)
        } else if let uuid = UniqueID(root) {
            self.root = .uuid(uuid)
        } else {
            return nil
        }
        if let text = `extension`, text.isEmpty || text.utf8.count > GDP.maximumText { return nil }
        self.extension = `extension`
    }
}
