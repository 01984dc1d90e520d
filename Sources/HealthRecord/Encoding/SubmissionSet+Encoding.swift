extension SubmissionSet {
    /// The sealed form of a set.
    public var encoded: [UInt8] {
        var writer = TLVWriter()
        writer.append(1, id.bytes)
        writer.append(2, uniqueID.text)
        writer.append(3, sourceID.text)
        writer.append(4, [UInt8].list(texts: [patient.matricule.text, patient.root.rawValue]))
        writer.append(5, submissionTime.hl7)
        writer.append(6, contentType.encoded)
        writer.append(7, [UInt8].list(authors.map(\.encoded)))
        if let title { writer.append(8, title) }
        if let comments { writer.append(9, comments) }
        writer.append(10, number: UInt64(bitPattern: depositedAt.milliseconds))
        if !folders.isEmpty { writer.append(11, [UInt8].list(folders.map(\.encoded))) }
        if !memberships.isEmpty {
            writer.append(12, [UInt8].list(memberships.map(\.encoded)))
        }
        return writer.bytes
    }

    /// Reads it back.
    public init(encoded bytes: some Collection<UInt8>) throws(TLVError) {
        let reader = try TLVReader(bytes, known: 1...12)
        var authors: [Author] = []
        for item in try reader.items(7) { authors.append(try Author(encoded: item)) }
        self.init(
            id: try reader.identity(1),
            uniqueID: try reader.value(2) { OID($0) },
            sourceID: try reader.value(3) { OID($0) },
            patient: try reader.patient(4),
            submissionTime: try reader.value(5) { HL7Time($0) },
            contentType: try reader.code(6),
            authors: authors,
            title: try reader.optionalText(8),
            comments: try reader.optionalText(9),
            depositedAt: Instant(milliseconds: Int64(bitPattern: try reader.number(10)))
        )
        // Sets without folders were written before there were any.
        if reader.optional(11) != nil {
            for item in try reader.items(11) { folders.append(try Folder(encoded: item)) }
        }
        if reader.optional(12) != nil {
            for item in try reader.items(12) {
                guard let membership = FolderMembership(encoded: item) else { throw .malformed(12) }
                memberships.append(membership)
            }
        }
    }
}
