public import HealthRecord
public import PrintedPages

/// A document of the sample world, ready to be deposited.
public struct SampleDocument: Hashable, Sendable {
    /// What writes it.
    public let builder: CDABuilder
    /// From whom it is hidden.
    public let visibility: Visibility
    /// Kind of activity of the lot it is sent in.
    public let contentType: Code

    /// Whom it is about.
    public var patient: SamplePatient { builder.patient }
    /// Who writes it.
    public var author: SampleProfessional { builder.author }
    /// The document's OID.
    public var uniqueID: OID { builder.id }
    /// The earlier document it replaces.
    public var replaces: OID? { builder.replaces }
    /// Type.
    public var type: Code { builder.type }
    /// Title.
    public var title: String { builder.title }
    /// When it is made.
    public var createdAt: Instant { builder.createdAt }

    /// The CDA document.
    public func bytes() throws(PDFError) -> [UInt8] { try builder.bytes() }
}
