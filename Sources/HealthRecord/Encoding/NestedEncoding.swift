/// Lists inside a field: each item after its length in four bytes.
extension [UInt8] {
    static func list(_ items: some Sequence<[UInt8]>) -> [UInt8] {
        var bytes: [UInt8] = []
        for item in items {
            let count = UInt32(truncatingIfNeeded: item.count)
            for shift: UInt32 in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
            bytes.append(contentsOf: item)
        }
        return bytes
    }

    static func list(texts: [String]) -> [UInt8] { list(texts.map { Array($0.utf8) }) }

    /// Reads a list back; nil where lengths do not add up.
    var listItems: [[UInt8]]? {
        var items: [[UInt8]] = []
        var rest = self[...]
        while !rest.isEmpty {
            guard rest.count >= 4 else { return nil }
            let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            guard rest.count >= count else { return nil }
            items.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return items
    }

    /// Reads a list of texts back.
    var listTexts: [String]? {
        guard let items = listItems else { return nil }
        var texts: [String] = []
        for item in items {
            guard let text = String(validating: item, as: UTF8.self) else { return nil }
            texts.append(text)
        }
        return texts
    }
}

extension Code {
    var encoded: [UInt8] { [UInt8].list(texts: label.map { [value, system, $0] } ?? [value, system]) }

    init?(encoded bytes: [UInt8]) {
        guard let parts = bytes.listTexts, parts.count == 2 || parts.count == 3 else { return nil }
        self.init(parts[0], parts[1], label: parts.count == 3 ? parts[2] : nil)
    }
}

extension Author {
    var encoded: [UInt8] {
        var writer = TLVWriter()
        writer.append(1, identifier)
        if let assigningAuthority { writer.append(2, assigningAuthority.text) }
        writer.append(3, name.family)
        writer.append(4, name.given)
        writer.append(5, identifierType)
        writer.append(
            6,
            [UInt8].list(
                institutions.map { institution in
                    [UInt8].list(texts: [
                        institution.name, institution.identifier ?? "", institution.assigningAuthority?.text ?? "",
                    ])
                }
            )
        )
        if let role { writer.append(7, role) }
        if let specialty { writer.append(8, specialty.encoded) }
        return writer.bytes
    }

    init(encoded bytes: [UInt8]) throws(TLVError) {
        let reader = try TLVReader(bytes, known: 1...8)
        var institutions: [AuthorInstitution] = []
        guard let items = try reader.bytes(6).listItems else { throw .malformed(6) }
        for item in items {
            guard let parts = item.listTexts, parts.count == 3 else { throw .malformed(6) }
            institutions.append(
                AuthorInstitution(
                    name: parts[0],
                    identifier: parts[1].isEmpty ? nil : parts[1],
                    assigningAuthority: OID(parts[2])
                )
            )
        }
        self.init(
            identifier: try reader.text(1),
            assigningAuthority: try reader.optionalText(2).flatMap { OID($0) },
            name: PersonName(family: try reader.text(3), given: try reader.text(4)),
            identifierType: try reader.text(5),
            institutions: institutions,
            role: try reader.optionalText(7),
            specialty: reader.optional(8).flatMap(Code.init(encoded:))
        )
    }
}

extension TLVReader {
    func optionalText(_ tag: UInt16) throws(TLVError) -> String? { optional(tag) == nil ? nil : try text(tag) }

    func code(_ tag: UInt16) throws(TLVError) -> Code {
        guard let code = Code(encoded: try bytes(tag)) else { throw .malformed(tag) }
        return code
    }

    func value<Value>(_ tag: UInt16, _ make: (String) -> Value?) throws(TLVError) -> Value {
        guard let value = make(try text(tag)) else { throw .malformed(tag) }
        return value
    }

    func optionalTime(_ tag: UInt16) throws(TLVError) -> HL7Time? {
        optional(tag) == nil ? nil : try value(tag) { HL7Time($0) }
    }

    func items(_ tag: UInt16) throws(TLVError) -> [[UInt8]] {
        guard let items = try bytes(tag).listItems else { throw .malformed(tag) }
        return items
    }

    func texts(_ tag: UInt16) throws(TLVError) -> [String] {
        guard let texts = try bytes(tag).listTexts else { throw .malformed(tag) }
        return texts
    }
}
