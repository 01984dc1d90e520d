import SafeXML
import Testing

/// Parses a text; the envelope's limits are those of the door.
func parse(_ text: String) throws -> XMLElement {
    try XMLDocument(parsing: Array(text.utf8), limits: XMLLimits(bytes: 16 << 20)).root
}

/// What a closure writes.
func written(_ body: (inout XMLWriter) -> Void) -> String {
    var writer = XMLWriter()
    body(&writer)
    return String(decoding: writer.finish(), as: UTF8.self)
}

/// One element a line, as golden texts are kept.
func lines(_ text: String) -> String { text.split(separator: "><").joined(separator: ">\n<") }
