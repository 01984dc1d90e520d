/// A media type with its parameters, from a `Content-Type` header (RFC 2045 § 5.1, RFC 9110 § 8.3).
///
/// Wider than the grammar in one point: a value without quotes may hold any visible character but `"` and `;`, since
/// peers send boundaries such as `uuid:…+id=17` bare.
public struct ContentType: Hashable, Sendable {
    /// Longest header value read.
    public static let maximumLength = 2048
    /// Most parameters read.
    public static let maximumParameters = 16

    /// Type and subtype, lower case, such as `application/xop+xml`.
    public let mediaType: String
    /// Parameters; names in lower case.
    public let parameters: [String: String]

    /// A type made by the program.
    public init(_ mediaType: String, parameters: [String: String]) {
        self.mediaType = mediaType
        self.parameters = parameters
    }

    /// Reads a header value; repeated parameters, stray text and open quotes give nil.
    public init?(_ header: some StringProtocol) {
        guard header.utf8.count <= Self.maximumLength else { return nil }
        var scanner = HeaderScanner(Array(header.utf8))
        scanner.skipSpace()
        guard let type = scanner.token(), scanner.skip("/"), let subtype = scanner.token() else { return nil }
        var parameters: [String: String] = [:]
        while true {
            scanner.skipSpace()
            if scanner.isAtEnd { break }
            guard scanner.skip(";") else { return nil }
            scanner.skipSpace()
            // A stray semicolon at the end or in between is common and means nothing.
            if scanner.isAtEnd || scanner.isAt(";") { continue }
            guard let name = scanner.token()?.lowercased() else { return nil }
            scanner.skipSpace()
            guard scanner.skip("=") else { return nil }
            scanner.skipSpace()
            guard let value = scanner.value(), parameters.updateValue(value, forKey: name) == nil,
                parameters.count <= Self.maximumParameters
            else { return nil }
        }
        mediaType = (type + "/" + subtype).lowercased()
        self.parameters = parameters
    }

    /// A parameter by its name in lower case.
    public subscript(name: String) -> String? { parameters[name] }

    /// Whether this is a body in parts.
    public var isMultipart: Bool { mediaType.hasPrefix("multipart/") }

    /// The header value; parameters in alphabetical order, quoted; control characters left out.
    public var text: String {
        parameters.sorted { $0.key < $1.key }.reduce(mediaType) { text, parameter in
            let escaped = parameter.value.unicodeScalars.reduce(into: "") { value, scalar in
                guard scalar.value >= 0x20, scalar.value != 0x7F else { return }
                if scalar == "\"" || scalar == "\\" { value.unicodeScalars.append("\\") }
                value.unicodeScalars.append(scalar)
            }
            return text + "; " + parameter.key + "=\"" + escaped + "\""
        }
    }
}
