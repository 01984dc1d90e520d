internal import SafeXML

/// How a proprietary operation ended: a status and a French sentence (interop sheet § 2.13).
public struct ServiceOutcome: Hashable, Sendable {
    /// Success, nothing more to say.
    public static let done = ServiceOutcome(status: "DMPOk")

    /// The status, such as `DMPOk`.
    public let status: String
    /// A sentence in French.
    public let context: String?

    /// Joins both.
    public init(status: String, context: String? = nil) {
        self.status = status
        self.context = context
    }

    /// Whether the status says success; both `DMPOk` and `DMPOK` are in use.
    public var isSuccess: Bool { status.lowercased() == "dmpok" }

    init(_ fields: HabilitationsFields) throws(HabilitationsError) {
        let element = try fields.element("status")
        guard let status = try fields.text("status") else { throw .malformed(element.path) }
        self.status = status
        context = try fields.text("context")
    }

    func write(_ writer: inout XMLWriter) {
        writer.element("status", text: status)
        writer.optional("context", context)
    }
}
