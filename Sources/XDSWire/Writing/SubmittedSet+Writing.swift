internal import HealthRecord
public import SafeXML

extension SubmittedSet {
    /// Writes a `RegistryPackage`.
    ///
    /// It must stand in an object list.
    public func write(into writer: inout XMLWriter) {
        writer.start("RegistryPackage")
        writer.attribute("id", id)
        if let logicalID { writer.attribute("lid", logicalID) }
        if let homeCommunityID { writer.attribute("home", homeCommunityID) }
        writer.attribute("objectType", EbXML.packageObjectType)
        if let status { writer.attribute("status", status.rawValue) }
        writer.slot("submissionTime", submissionTime?.hl7)
        writer.slot("intendedRecipient", intendedRecipients)
        for slot in extraSlots { writer.slot(slot.name, slot.values) }
        writer.localized("Name", title)
        writer.localized("Description", comments)
        var ids = PartIDs(id)
        writer.start("Classification")
        writer.attribute("id", ids.next())
        writer.attribute("classifiedObject", id)
        writer.attribute("classificationNode", XDSScheme.Set.node)
        writer.end()
        for author in authors { writer.authorBlock(author, scheme: XDSScheme.Set.author, of: id, &ids) }
        writer.classification(contentType, scheme: XDSScheme.Set.contentType, of: id, &ids)
        writer.externalIdentifier(
            patientID?.cx,
            scheme: XDSScheme.Set.patientID,
            name: "XDSSubmissionSet.patientId",
            of: id,
            &ids
        )
        writer.externalIdentifier(
            sourceID?.text,
            scheme: XDSScheme.Set.sourceID,
            name: "XDSSubmissionSet.sourceId",
            of: id,
            &ids
        )
        writer.externalIdentifier(
            uniqueID?.text,
            scheme: XDSScheme.Set.uniqueID,
            name: "XDSSubmissionSet.uniqueId",
            of: id,
            &ids
        )
        writer.end()
    }
}
