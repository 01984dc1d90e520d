internal import HealthRecord

extension SubmittedSet {
    /// Understands an object; what cannot be understood is left nil and remarked.
    init(_ reader: inout AttributeReader) {
        let object = reader.object
        self.init(id: object.id)
        logicalID = object.logicalID
        homeCommunityID = object.home
        status = reader.status()
        uniqueID = reader.oidIdentifier(XDSScheme.Set.uniqueID, "uniqueId")
        sourceID = reader.oidIdentifier(XDSScheme.Set.sourceID, "sourceId")
        patientID = reader.patientID(XDSScheme.Set.patientID)
        submissionTime = reader.time("submissionTime")
        contentType = reader.code(XDSScheme.Set.contentType, "contentTypeCode")
        authors = reader.authors(XDSScheme.Set.author)
        intendedRecipients = reader.values("intendedRecipient")
        reader.noteUnkept(!intendedRecipients.isEmpty)
        title = object.name.flatMap { $0.isEmpty ? nil : $0 }
        comments = object.description.flatMap { $0.isEmpty ? nil : $0 }
        extraSlots = object.slots.filter { !["submissionTime", "intendedRecipient"].contains($0.name) }
    }

    /// Remarks what the profile requires and the set does not say.
    func checkRequired(_ profile: MetadataProfile, in context: MetadataContext, _ reader: inout AttributeReader) {
        guard context != .answer else { return }
        let object = reader.object
        func require(identifier scheme: String, _ attribute: String) {
            if !object.identifiers.contains(where: { $0.scheme == scheme && !$0.value.isEmpty }) {
                reader.fault(attribute, .missing)
            }
        }
        func require(classification scheme: String, _ attribute: String) {
            if !object.classifications.contains(where: { $0.scheme == scheme }) { reader.fault(attribute, .missing) }
        }
        require(identifier: XDSScheme.Set.uniqueID, "uniqueId")
        require(identifier: XDSScheme.Set.sourceID, "sourceId")
        require(identifier: XDSScheme.Set.patientID, "patientId")
        require(classification: XDSScheme.Set.contentType, "contentTypeCode")
        if object.slots("submissionTime").allSatisfy({ $0.values.allSatisfy(\.isEmpty) }) {
            reader.fault("submissionTime", .missing)
        }
        if profile == .french { require(classification: XDSScheme.Set.author, "author") }
    }
}
