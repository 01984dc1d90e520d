internal import CLibXML2

/// The attributes that any of the vocabularies on the wire uses as an identifier: Id, ID, id, in any namespace
/// (so `xml:id` and `wsu:Id` too).
enum IdentifierAttributes {
    /// Longest identifier that a reference may have, in bytes.
    static let maximumLength = 256

    static func isIdentifier(_ attribute: xmlAttrPtr) -> Bool {
        guard let name = attribute.pointee.name, name[0] != 0, name[1] != 0, name[2] == 0 else { return false }
        return name[0] | 0x20 == UInt8(ascii: "i") && name[1] | 0x20 == UInt8(ascii: "d")
    }

    /// Refuses a document in which two of them have the same value, any or one of `values` (X9).
    ///
    /// The library would keep the first and stay silent.
    static func refuseDuplicates(
        in document: XMLDocument,
        among values: Set<String>? = nil
    ) throws(XMLSignatureError) {
        var seen: Set<String> = []
        try collect(document.root, values, &seen)
        for element in document.root.descendants { try collect(element, values, &seen) }
    }

    private static func collect(
        _ element: XMLElement,
        _ values: Set<String>?,
        _ seen: inout Set<String>
    ) throws(XMLSignatureError) {
        var isRepeated = false
        element.forEachAttribute { attribute in
            guard isIdentifier(attribute) else { return }
            let value = attribute.value
            if values?.contains(value) != false, !seen.insert(value).inserted { isRepeated = true }
        }
        if isRepeated { throw .duplicateIdentifier(element: element.path) }
    }

    /// The identifier attribute of an element whose value is that one; an NCName only, since xmlsec puts it in an XPointer.
    static func attribute(of element: XMLElement, value: String) -> xmlAttrPtr? {
        guard isPlainName(value) else { return nil }
        var found: xmlAttrPtr?
        element.forEachAttribute { attribute in
            if isIdentifier(attribute), attribute.value == value { found = attribute }
        }
        return found
    }

    private static func isPlainName(_ value: String) -> Bool {
        guard let first = value.utf8.first, !value.utf8.isEmpty, value.utf8.count <= maximumLength else { return false }
        let isFirst =
            first == UInt8(ascii: "_") || (first | 0x20) >= UInt8(ascii: "a") && (first | 0x20) <= UInt8(ascii: "z")
        return isFirst
            && value.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
