internal import Foundation

/// One part of a mail, or the whole of one that has no parts: lines of headers, an empty line, the content (RFC 2045).
///
/// The content is in base64, which holds no hyphen: no part can hold the line that parts it from the next.
struct MailPart {
    private let headers: [String]
    private let content: [UInt8]

    /// A part with the lines that describe its content.
    init(_ headers: [String], _ content: [UInt8]) {
        self.headers = headers
        self.content = content
    }

    /// A plain text.
    init(text: String, language: String) {
        self.init(
            [
                "Content-Type: text/plain; charset=utf-8",
                "Content-Language: \(language.filter { $0.isASCII && ($0.isLetter || $0 == "-") })",
            ],
            Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
        )
    }

    /// The part as it goes over the wire, with what stands before its own headers.
    func bytes(after lines: [String]) -> [UInt8] {
        let coded = Data(content).base64EncodedData(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return Self.lines(lines + headers + ["Content-Transfer-Encoding: base64", ""]) + coded + Self.lines([""])
    }

    /// Lines, each ended by CRLF.
    static func lines(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\r\n" }.joined().utf8) }
}
