public import Custody

/// A proof of a carer's access on paper.
public struct MandatePaper: Sendable, Hashable {
    /// Under what title it is filed.
    public let title: String
    /// The file, a PDF document.
    public let bytes: [UInt8]

    /// Joins both.
    public init(title: String, bytes: [UInt8]) {
        self.title = title
        self.bytes = bytes
    }
}

/// Writes the proof of a carer's access; of the same mandate and moment the same bytes.
public typealias MandatePrinter = @Sendable (MandateCertificate) throws -> MandatePaper
