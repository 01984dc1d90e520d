public import SafeXML

extension SubmittedAssociation {
    /// Writes an `Association`.
    ///
    /// It must stand in an object list.
    ///
    /// - Parameter status: the status of the relation, in answers only.
    public func write(into writer: inout XMLWriter, status: String? = nil) {
        writer.start("Association")
        writer.attribute("id", id)
        writer.attribute("associationType", type.rawValue)
        writer.attribute("objectType", EbXML.associationObjectType)
        if let status { writer.attribute("status", status) }
        writer.attribute("sourceObject", source)
        writer.attribute("targetObject", target)
        writer.slot("SubmissionSetStatus", submissionSetStatus)
        writer.slot("PreviousVersion", previousVersion)
        writer.slot("OriginalStatus", originalStatus)
        writer.slot("NewStatus", newStatus)
        writer.end()
    }
}
