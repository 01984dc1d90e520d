internal import HealthRecord
public import SafeXML

extension SubmittedFolder {
    /// Writes a `RegistryPackage`.
    ///
    /// It must stand in an object list.
    public func write(into writer: inout XMLWriter) {
        writer.start("RegistryPackage")
        writer.attribute("id", id)
        if let logicalID { writer.attribute("lid", logicalID) }
        writer.attribute("objectType", EbXML.packageObjectType)
        if let status { writer.attribute("status", status.rawValue) }
        writer.slot("lastUpdateTime", lastUpdateTime?.hl7)
        writer.localized("Name", title)
        writer.localized("Description", comments)
        var ids = PartIDs(id)
        writer.start("Classification")
        writer.attribute("id", ids.next())
        writer.attribute("classifiedObject", id)
        writer.attribute("classificationNode", XDSScheme.Folder.node)
        writer.end()
        for code in codes { writer.classification(code, scheme: XDSScheme.Folder.codes, of: id, &ids) }
        writer.externalIdentifier(
            patientID?.cx,
            scheme: XDSScheme.Folder.patientID,
            name: "XDSFolder.patientId",
            of: id,
            &ids
        )
        writer.externalIdentifier(
            uniqueID?.text,
            scheme: XDSScheme.Folder.uniqueID,
            name: "XDSFolder.uniqueId",
            of: id,
            &ids
        )
        writer.end()
    }
}
