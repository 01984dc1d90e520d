extension SubmittedEntry {
    /// Remarks what the profile requires and the entry does not say (fact: CI-SIS annex XDS → ebRIM; ITI TF-3 § 4.3.1).
    func checkRequired(_ profile: MetadataProfile, in context: MetadataContext, _ reader: inout AttributeReader) {
        guard context != .answer else { return }
        let object = reader.object
        // An attribute that was sent and could not be read is already remarked as such.
        func slotAbsent(_ name: String) -> Bool { object.slots(name).allSatisfy { $0.values.allSatisfy(\.isEmpty) } }
        func codeAbsent(_ scheme: String) -> Bool { !object.classifications.contains { $0.scheme == scheme } }
        func idAbsent(_ scheme: String) -> Bool {
            !object.identifiers.contains { $0.scheme == scheme && !$0.value.isEmpty }
        }
        func require(_ attribute: String, isAbsent: Bool, _ code: RegistryErrorCode? = nil) {
            if isAbsent { reader.fault(attribute, .missing, code) }
        }
        require("mimeType", isAbsent: object.mimeType?.isEmpty != false, .repositoryMetadataError)
        require("uniqueId", isAbsent: idAbsent(XDSScheme.Entry.uniqueID))
        require("patientId", isAbsent: idAbsent(XDSScheme.Entry.patientID))
        if kind != .onDemand { require("creationTime", isAbsent: slotAbsent("creationTime")) }
        require("languageCode", isAbsent: slotAbsent("languageCode"))
        require("sourcePatientId", isAbsent: slotAbsent("sourcePatientId"))
        require("classCode", isAbsent: codeAbsent(XDSScheme.Entry.classCode))
        require("typeCode", isAbsent: codeAbsent(XDSScheme.Entry.typeCode))
        require("formatCode", isAbsent: codeAbsent(XDSScheme.Entry.formatCode))
        require("confidentialityCode", isAbsent: codeAbsent(XDSScheme.Entry.confidentialityCode))
        require("healthcareFacilityTypeCode", isAbsent: codeAbsent(XDSScheme.Entry.facilityTypeCode))
        require("practiceSettingCode", isAbsent: codeAbsent(XDSScheme.Entry.practiceSettingCode))
        if context == .update, kind != .onDemand {
            require("hash", isAbsent: slotAbsent("hash"), .repositoryMetadataError)
            require("size", isAbsent: slotAbsent("size"), .repositoryMetadataError)
            require("repositoryUniqueId", isAbsent: slotAbsent("repositoryUniqueId"), .repositoryMetadataError)
        }
        guard profile == .french else { return }
        require("author", isAbsent: codeAbsent(XDSScheme.Entry.author))
        require("serviceStartTime", isAbsent: slotAbsent("serviceStartTime"))
        require("legalAuthenticator", isAbsent: slotAbsent("legalAuthenticator"))
        require("title", isAbsent: title == nil)
        if !isLotSignature { require("sourcePatientInfo", isAbsent: slotAbsent("sourcePatientInfo")) }
        if confidentialityCodes.count > 4 { reader.fault("confidentialityCode", .tooManyValues) }
    }
}
