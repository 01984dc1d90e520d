internal import HealthRecord
public import SafeXML

extension SubmittedEntry {
    /// Writes an `ExtrinsicObject`.
    ///
    /// It must stand in an object list. What is nil is left out.
    public func write(into writer: inout XMLWriter) {
        writer.start("ExtrinsicObject")
        writer.attribute("id", id)
        if let logicalID { writer.attribute("lid", logicalID) }
        if let homeCommunityID { writer.attribute("home", homeCommunityID) }
        writer.attribute("objectType", (kind ?? .stable).rawValue)
        if let status { writer.attribute("status", status.rawValue) }
        if let mimeType { writer.attribute("mimeType", mimeType) }
        writeSlots(&writer)
        writer.localized("Name", title)
        writer.localized("Description", comments)
        if let version {
            writer.start("VersionInfo")
            writer.attribute("versionName", version)
            writer.end()
        }
        var ids = PartIDs(id)
        writeClassifications(&writer, &ids)
        writer.externalIdentifier(
            patientID?.cx,
            scheme: XDSScheme.Entry.patientID,
            name: "XDSDocumentEntry.patientId",
            of: id,
            &ids
        )
        writer.externalIdentifier(
            uniqueID?.text,
            scheme: XDSScheme.Entry.uniqueID,
            name: "XDSDocumentEntry.uniqueId",
            of: id,
            &ids
        )
        writer.end()
    }

    private func writeSlots(_ writer: inout XMLWriter) {
        writer.slot("creationTime", creationTime?.hl7)
        writer.slot("serviceStartTime", serviceStart?.hl7)
        writer.slot("serviceStopTime", serviceStop?.hl7)
        writer.slot("languageCode", language)
        writer.slot("hash", hash.map { Hex.encode($0) })
        writer.slot("size", size.map { String($0) })
        writer.slot("repositoryUniqueId", repositoryUniqueID?.text)
        writer.slot("sourcePatientId", sourcePatientID)
        writer.slot("sourcePatientInfo", sourcePatientInfo)
        writer.slot("legalAuthenticator", legalAuthenticator.flatMap { PersonField($0)?.xcn })
        writer.slot(EbXML.referenceIDListSlot, referenceIDs)
        writer.slot("URI", uri)
        writer.slot("documentAvailability", documentAvailability)
        for slot in extraSlots { writer.slot(slot.name, slot.values) }
    }

    private func writeClassifications(_ writer: inout XMLWriter, _ ids: inout PartIDs) {
        for author in authors { writer.authorBlock(author, scheme: XDSScheme.Entry.author, of: id, &ids) }
        writer.classification(classCode, scheme: XDSScheme.Entry.classCode, of: id, &ids)
        writer.classification(typeCode, scheme: XDSScheme.Entry.typeCode, of: id, &ids)
        writer.classification(formatCode, scheme: XDSScheme.Entry.formatCode, of: id, &ids)
        for code in confidentialityCodes {
            writer.classification(code, scheme: XDSScheme.Entry.confidentialityCode, of: id, &ids)
        }
        writer.classification(facilityTypeCode, scheme: XDSScheme.Entry.facilityTypeCode, of: id, &ids)
        writer.classification(practiceSettingCode, scheme: XDSScheme.Entry.practiceSettingCode, of: id, &ids)
        for code in eventCodes { writer.classification(code, scheme: XDSScheme.Entry.eventCode, of: id, &ids) }
    }
}
