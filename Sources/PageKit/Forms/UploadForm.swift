package import Hummingbird
package import ServerKit

/// A form that carries a file (`multipart/form-data`, RFC 7578), read strictly.
package struct UploadForm: Sendable {
    /// A file of the form.
    package struct File: Sendable {
        /// What the sender says it is; judged by its bytes, never by this.
        package let mediaType: String
        package let bytes: [UInt8]
    }

    /// The most parts of a form.
    package static let mostParts = 20
    /// The most bytes of a text.
    package static let mostText = 16 * 1024
    /// The most bytes that a part says of itself.
    package static let mostHead = 2048
    /// The longest boundary (RFC 2046 § 5.1.1).
    package static let mostBoundary = 70
    /// The longest name of a field.
    package static let mostName = 64

    /// Why a form is not read.
    package enum Fault: Error, Hashable, Sendable {
        /// It is no form of that kind, or not well formed.
        case malformed
        /// More bytes than the limit.
        case tooLarge
    }

    /// Texts by their names; a name that came twice is not here.
    private let texts: [String: String]
    /// The file; nil where none was chosen.
    package let file: File?

    /// The text of a field.
    package func only(_ name: String) -> String? { texts[name] }

    /// Reads a body behind its boundary: at most so many parts, one file among them.
    package init(_ body: [UInt8], boundary: String) throws(Fault) {
        let mark = Array("--\(boundary)".utf8)
        guard (1...Self.mostBoundary).contains(boundary.utf8.count), body.starts(with: mark) else { throw .malformed }
        var texts: [String: String] = [:]
        var repeated: Set<String> = []
        var file: File?
        var rest = body.dropFirst(mark.count)
        var count = 0
        while !rest.starts(with: "--".utf8) {
            guard rest.starts(with: [13, 10]), count < Self.mostParts else { throw .malformed }
            count += 1
            rest = rest.dropFirst(2)
            guard let headEnd = Self.find([13, 10, 13, 10], in: rest) else { throw .malformed }
            let head = rest[rest.startIndex..<headEnd]
            rest = rest[headEnd...].dropFirst(4)
            guard let end = Self.find([13, 10] + mark, in: rest) else { throw .malformed }
            let value = rest[rest.startIndex..<end]
            rest = rest[end...].dropFirst(2 + mark.count)
            let part = try Self.part(head)
            if part.isFile {
                guard file == nil else { throw .malformed }
                if !value.isEmpty { file = File(mediaType: part.mediaType, bytes: Array(value)) }
            } else {
                guard value.count <= Self.mostText, let text = String(validating: value, as: UTF8.self) else {
                    throw .malformed
                }
                let lines = text.replacing("\r\n", with: "\n")
                guard
                    lines.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t" }
                    )
                else { throw .malformed }
                if texts.updateValue(lines, forKey: part.name) != nil { repeated.insert(part.name) }
            }
        }
        for name in repeated { texts[name] = nil }
        self.texts = texts
        self.file = file
    }

    private static func part(
        _ head: ArraySlice<UInt8>
    ) throws(Fault) -> (
        name: String, isFile: Bool, mediaType: String
    ) {
        guard head.count <= Self.mostHead, let text = String(validating: head, as: UTF8.self) else { throw .malformed }
        var name: String?
        var isFile = false
        var mediaType = ""
        for line in text.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1).map(String.init)
            guard halves.count == 2, let field = halves.first?.lowercased(), let value = halves.last else {
                throw .malformed
            }
            switch field {
            case "content-disposition":
                guard value.drop(while: { $0 == " " }).hasPrefix("form-data") else { throw .malformed }
                name = value.firstMatch(of: /[; ]name="([^"\r\n]+)"/).map { String($0.1) }
                if (name?.count ?? 0) > mostName { throw .malformed }
                isFile = value.contains("filename=\"")
            case "content-type": mediaType = value.filter { $0 != " " }.lowercased()
            default: break
            }
        }
        guard let name else { throw .malformed }
        return (name, isFile, mediaType)
    }

    private static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = needle.first else { return nil }
        var from = bytes.startIndex
        while let start = bytes[from...].firstIndex(of: first) {
            if bytes[start...].starts(with: needle) { return start }
            from = bytes.index(after: start)
        }
        return nil
    }
}

extension UploadForm {
    /// Reads the body of a request of at most `limit` bytes.
    package init(_ request: Request, limit: BodyLimit) async throws {
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data"),
            let match = type.firstMatch(of: /boundary="?([A-Za-z0-9'()+_,.\/:=?-]+)"?/)
        else { throw Fault.malformed }
        let body: [UInt8]
        do { body = try await request.wholeBody(limit) } catch is BodyTooLarge { throw Fault.tooLarge }
        self = try UploadForm(body, boundary: String(match.1))
    }
}
