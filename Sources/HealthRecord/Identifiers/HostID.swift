/// Who keeps a record, *hébergeur*, by the name that the deployment gives itself, such as `dmp.example` (CSP L1111-8).
public struct HostID: Hashable, Sendable, Codable {
    /// The name: 1 to 255 printable ASCII characters without spaces, as a log is named.
    public let text: String

    /// Accepts a name of that form.
    public init?(_ text: some StringProtocol) {
        guard (1...255).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            return nil
        }
        self.text = String(text)
    }

    /// Reads the name alone.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = HostID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a host's name")
        }
        self = id
    }

    /// Writes the name alone.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
