/// Writes XML into one growing array of bytes: no tree, no intermediate strings.
///
/// The writer cannot fail. A character that XML 1.0 forbids (§ 2.2) is written as U+FFFD; a byte that no name may hold
/// is written as `_`; namespaces are the caller's, declared with `declare`.
public struct XMLWriter: Sendable {
    /// What has been written, without what belongs in the gaps.
    public private(set) var bytes: [UInt8] = []
    private var names: [Range<Int>] = []
    private var isTagOpen = false
    /// Where something stands that is written elsewhere, as the count of own bytes before it.
    private var gaps: [Int] = []

    /// Makes a writer with room for about that many bytes.
    public init(capacity: Int = 4096) {
        bytes.reserveCapacity(capacity)
    }

    /// How many elements are open.
    public var depth: Int { names.count }

    /// Writes `<?xml version="1.0" encoding="UTF-8"?>`.
    public mutating func declaration() {
        bytes.append(contentsOf: #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
    }

    /// Opens an element; attributes whose value is `nil` are left out.
    public mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        closeTag()
        bytes.append(UInt8(ascii: "<"))
        let from = bytes.count
        XMLEscape.name(name, into: &bytes)
        names.append(from..<bytes.count)
        isTagOpen = true
        for (key, value) in attributes {
            if let value { attribute(key, value) }
        }
    }

    /// Adds an attribute to the element just opened; ignored once it has content.
    public mutating func attribute(_ name: String, _ value: String) {
        guard isTagOpen else { return }
        bytes.append(UInt8(ascii: " "))
        XMLEscape.name(name, into: &bytes)
        bytes.append(UInt8(ascii: "="))
        bytes.append(UInt8(ascii: "\""))
        XMLEscape.attribute(value, into: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Declares a namespace on the element just opened; an empty prefix is the default namespace.
    public mutating func declare(_ prefix: String, _ uri: String) {
        attribute(prefix.isEmpty ? "xmlns" : "xmlns:" + prefix, uri)
    }

    /// Closes the innermost element; nothing happens when none is open.
    public mutating func end() {
        guard let name = names.popLast() else { return }
        if isTagOpen {
            bytes.append(UInt8(ascii: "/"))
            isTagOpen = false
        } else {
            bytes.append(UInt8(ascii: "<"))
            bytes.append(UInt8(ascii: "/"))
            for at in name { bytes.append(bytes[at]) }
        }
        bytes.append(UInt8(ascii: ">"))
    }

    /// Writes text, escaped.
    public mutating func text(_ value: String) {
        guard !value.isEmpty else { return }
        closeTag()
        XMLEscape.text(value, into: &bytes)
    }

    /// Writes XML that is already well formed and escaped, as it is.
    public mutating func raw(_ fragment: [UInt8]) {
        closeTag()
        bytes.append(contentsOf: fragment)
    }

    /// Leaves a place for XML that is written elsewhere already, so that what is long is never copied here.
    public mutating func gap() {
        closeTag()
        gaps.append(bytes.count)
    }

    /// Writes bytes as base64 text.
    public mutating func base64(_ value: [UInt8]) {
        guard !value.isEmpty else { return }
        closeTag()
        Base64.encode(value, into: &bytes)
    }

    /// Writes an element that holds only text.
    public mutating func element(
        _ name: String,
        _ attributes: KeyValuePairs<String, String?> = [:],
        text value: String = ""
    ) {
        start(name, attributes)
        text(value)
        end()
    }

    /// Writes an element whose content the closure writes.
    public mutating func element<Failure: Error>(
        _ name: String,
        _ attributes: KeyValuePairs<String, String?> = [:],
        content: (inout XMLWriter) throws(Failure) -> Void
    ) throws(Failure) {
        start(name, attributes)
        try content(&self)
        end()
    }

    /// Closes what is open and gives the bytes, as if nothing stood in the gaps.
    public consuming func finish() -> [UInt8] {
        closeAll()
        return bytes
    }

    /// Closes what is open and gives the bytes around the gaps: one segment more than there are gaps.
    public consuming func finishAroundGaps() -> [ArraySlice<UInt8>] {
        closeAll()
        var segments: [ArraySlice<UInt8>] = []
        segments.reserveCapacity(gaps.count + 1)
        var done = 0
        for at in gaps {
            segments.append(bytes[done..<at])
            done = at
        }
        segments.append(bytes[done...])
        return segments
    }

    private mutating func closeAll() {
        while !names.isEmpty { end() }
    }

    private mutating func closeTag() {
        guard isTagOpen else { return }
        bytes.append(UInt8(ascii: ">"))
        isTagOpen = false
    }
}
