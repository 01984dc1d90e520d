public import SafeXML

extension SubmittedAssociation {
    /// Writes an `Association`.
    ///
    /// The prefix `rim` must be declared around it.
    ///
    /// - Parameter status: the status of the relation, in answers only.
    public func write(into writer: inout XMLWriter, status: String? = nil) {
        writer.start("rim:Association")
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
