public import HealthRecord

/// What FindSubmissionSets asks for; a list that is nil asks nothing.
public struct FindSubmissionSetsCriteria: Hashable, Sendable {
    /// The patient as the query names it; see `FindDocumentsCriteria.patient`.
    public var patient: PatientIdentifier
    /// Statuses asked for; a set is always approved.
    public var statuses: Set<AvailabilityStatus>
    /// Sending systems, any of.
    public var sourceIDs: [OID]?
    /// When the set was sent.
    public var submissionTime = TimeBounds()
    /// Author; any of.
    public var authorPersons: [LikePattern]?
    /// Kind of activity, any of.
    public var contentTypes: [Code]?

    /// Asks for all sets of a patient with these statuses.
    public init(patient: PatientIdentifier, statuses: Set<AvailabilityStatus>) {
        self.patient = patient
        self.statuses = statuses
    }

    /// Whether a set is asked for.
    public func matches(_ set: SubmissionSet) -> Bool {
        guard statuses.contains(.approved), submissionTime.contains(set.submissionTime),
            sourceIDs?.contains(set.sourceID) ?? true, contentTypes?.contains(set.contentType) ?? true
        else { return false }
        return AuthorMatch.accepts(authorPersons, set.authors)
    }
}
