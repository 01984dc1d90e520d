import SOAPWire

/// Parts as a reader tells them, put together again.
struct Part: Hashable {
    var headers: PartHeaders
    var bytes: [UInt8] = []
    var isEnded = false
}

/// Feeds a reader piece by piece and gathers what it tells.
struct Gatherer {
    var reader: MultipartReader
    var parts: [Part] = []
    var isFinished = false

    init(_ type: ContentType = Self.type, limits: MultipartLimits = MultipartLimits()) throws {
        reader = try MultipartReader(type, limits: limits)
    }

    static let type = ContentType("multipart/related", parameters: ["boundary": "B"])

    mutating func feed(_ bytes: [UInt8]) throws(MultipartError) {
        for event in try reader.feed(bytes) {
            switch event {
            case .partBegan(let headers): parts.append(Part(headers: headers))
            case .partBytes(let bytes): parts[parts.count - 1].bytes += bytes
            case .partEnded: parts[parts.count - 1].isEnded = true
            case .finished: isFinished = true
            }
        }
    }

    /// Everything at once, to the end.
    static func all(
        _ text: String,
        type: ContentType = Self.type,
        limits: MultipartLimits = MultipartLimits()
    ) throws -> [Part] {
        var gatherer = try Gatherer(type, limits: limits)
        try gatherer.feed(Array(text.utf8))
        try gatherer.reader.finish()
        return gatherer.parts
    }
}

/// Bodies for the tables of cases, with CRLF where a line ends.
func body(_ lines: String...) -> String { lines.joined(separator: "\r\n") }
