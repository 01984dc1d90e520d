extension Folder {
    var encoded: [UInt8] {
        var writer = TLVWriter()
        writer.append(1, id.bytes)
        writer.append(2, uniqueID.text)
        writer.append(3, [UInt8].list(codes.map(\.encoded)))
        writer.append(4, title)
        if let comments { writer.append(5, comments) }
        return writer.bytes
    }

    init(encoded bytes: [UInt8]) throws(TLVError) {
        let reader = try TLVReader(bytes, known: 1...5)
        var codes: [Code] = []
        for item in try reader.items(3) {
            guard let code = Code(encoded: item) else { throw .malformed(3) }
            codes.append(code)
        }
        self.init(
            id: try reader.identity(1),
            uniqueID: try reader.value(2) { OID($0) },
            codes: codes,
            title: try reader.text(4),
            comments: try reader.optionalText(5)
        )
    }
}

extension FolderMembership {
    /// Two identities, one after the other.
    var encoded: [UInt8] { folder.bytes + document.bytes }

    init?(encoded bytes: [UInt8]) {
        guard bytes.count == 32, let folder = UniqueID(bytes: Array(bytes.prefix(16))),
            let document = UniqueID(bytes: Array(bytes.suffix(16)))
        else { return nil }
        self.init(folder: folder, document: document)
    }
}
