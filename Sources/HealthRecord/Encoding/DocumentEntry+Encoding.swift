/// The sealed form of an entry: what never changes, then what may, each canonical and behind its length.
///
/// The digest of the first part is bound into the sealing of the document's content (security design § 2.4).
extension DocumentEntry {
    /// Attributes fixed at deposit.
    public var immutableEncoding: [UInt8] {
        var writer = TLVWriter()
        writer.append(1, id.bytes)
        writer.append(2, uniqueID.text)
        writer.append(3, submissionSetID.bytes)
        writer.append(4, [UInt8].list(texts: [patient.matricule.text, patient.root.rawValue]))
        writer.append(5, sourcePatientID)
        writer.append(6, [UInt8].list(texts: sourcePatientInfo))
        writer.append(7, mimeType)
        writer.append(8, formatCode.encoded)
        writer.append(9, classCode.encoded)
        writer.append(10, typeCode.encoded)
        writer.append(11, facilityTypeCode.encoded)
        writer.append(12, practiceSettingCode.encoded)
        writer.append(13, [UInt8].list(eventCodes.map(\.encoded)))
        writer.append(14, confidentiality.encoded)
        writer.append(15, title)
        if let comments { writer.append(16, comments) }
        writer.append(17, creationTime.hl7)
        if let serviceStart { writer.append(18, serviceStart.hl7) }
        if let serviceStop { writer.append(19, serviceStop.hl7) }
        writer.append(20, language)
        writer.append(21, [UInt8].list(authors.map(\.encoded)))
        if let legalAuthenticator { writer.append(22, legalAuthenticator.encoded) }
        writer.append(23, [UInt8].list(texts: referenceIDs))
        writer.append(24, number: size)
        writer.append(25, sha256)
        writer.append(26, sha1)
        writer.append(27, number: UInt64(bitPattern: depositedAt.milliseconds))
        writer.append(28, signature.rawValue)
        if let replaces { writer.append(29, replaces.bytes) }
        return writer.bytes
    }

    /// Attributes that acts on the record change.
    public var mutableEncoding: [UInt8] {
        var writer = TLVWriter()
        writer.append(1, entryUUID.bytes)
        writer.append(2, number: UInt64(metadataVersion))
        writer.append(3, [visibility.rawValue])
        writer.append(4, status.rawValue)
        if let deletedBy { writer.append(5, deletedBy.rawValue) }
        if let replacedBy { writer.append(6, replacedBy.bytes) }
        return writer.bytes
    }

    /// Both parts.
    public var encoded: [UInt8] { [UInt8].list([immutableEncoding, mutableEncoding]) }

    /// Reads both parts back.
    public init(encoded bytes: some Collection<UInt8>) throws(TLVError) {
        guard let parts = Array(bytes).listItems, parts.count == 2 else { throw .truncated }
        let fixed = try TLVReader(parts[0], known: 1...29)
        let changing = try TLVReader(parts[1], known: 1...6)
        let version = try changing.number(2)
        guard let visibility = try changing.bytes(3).first, let metadataVersion = UInt32(exactly: version) else {
            throw .malformed(2)
        }
        var authors: [Author] = []
        for item in try fixed.items(21) { authors.append(try Author(encoded: item)) }
        var eventCodes: [Code] = []
        for item in try fixed.items(13) {
            guard let code = Code(encoded: item) else { throw .malformed(13) }
            eventCodes.append(code)
        }
        var legalAuthenticator: Author?
        if let item = fixed.optional(22) { legalAuthenticator = try Author(encoded: item) }
        var deletedBy: DocumentRemover?
        if let text = try changing.optionalText(5) {
            guard let known = DocumentRemover(rawValue: text) else { throw .malformed(5) }
            deletedBy = known
        }
        self.init(
            id: try fixed.identity(1),
            entryUUID: try changing.identity(1),
            metadataVersion: metadataVersion,
            uniqueID: try fixed.value(2) { OID($0) },
            submissionSetID: try fixed.identity(3),
            patient: try fixed.patient(4),
            sourcePatientID: try fixed.text(5),
            sourcePatientInfo: try fixed.texts(6),
            mimeType: try fixed.text(7),
            formatCode: try fixed.code(8),
            classCode: try fixed.code(9),
            typeCode: try fixed.code(10),
            facilityTypeCode: try fixed.code(11),
            practiceSettingCode: try fixed.code(12),
            eventCodes: eventCodes,
            confidentiality: try fixed.code(14),
            visibility: Visibility(rawValue: visibility),
            status: try changing.value(4) { AvailabilityStatus(rawValue: $0) },
            title: try fixed.text(15),
            comments: try fixed.optionalText(16),
            creationTime: try fixed.value(17) { HL7Time($0) },
            serviceStart: try fixed.optionalTime(18),
            serviceStop: try fixed.optionalTime(19),
            language: try fixed.text(20),
            authors: authors,
            legalAuthenticator: legalAuthenticator,
            referenceIDs: try fixed.texts(23),
            size: try fixed.number(24),
            sha256: try fixed.bytes(25),
            sha1: try fixed.bytes(26),
            depositedAt: Instant(milliseconds: Int64(bitPattern: try fixed.number(27))),
            signature: try fixed.value(28) { SignatureStanding(rawValue: $0) },
            replaces: fixed.optional(29).flatMap { UniqueID(bytes: $0) },
            deletedBy: deletedBy,
            replacedBy: changing.optional(6) == nil ? nil : try changing.identity(6)
        )
    }
}

extension TLVReader {
    func identity(_ tag: UInt16) throws(TLVError) -> UniqueID {
        guard let id = UniqueID(bytes: try bytes(tag)) else { throw .malformed(tag) }
        return id
    }

    func patient(_ tag: UInt16) throws(TLVError) -> INS {
        let parts = try texts(tag)
        guard parts.count == 2, let ins = INS(parts[0], root: parts[1]) else { throw .malformed(tag) }
        return ins
    }
}
