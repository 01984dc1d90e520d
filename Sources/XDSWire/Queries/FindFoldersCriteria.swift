public import HealthRecord

/// What FindFolders asks for; a list that is empty asks nothing.
public struct FindFoldersCriteria: Hashable, Sendable {
    /// The patient as the query names it; see `FindDocumentsCriteria.patient`.
    public var patient: PatientIdentifier
    /// Statuses asked for; a folder is always approved.
    public var statuses: Set<AvailabilityStatus>
    /// When something was last put in.
    public var lastUpdate = TimeBounds()
    /// What it is about: one of each list.
    public var codes: [[Code]] = []

    /// Asks for all folders of a patient with these statuses.
    public init(patient: PatientIdentifier, statuses: Set<AvailabilityStatus>) {
        self.patient = patient
        self.statuses = statuses
    }

    /// Whether a folder is asked for.
    public func matches(_ folder: Folder, lastUpdate moment: HL7Time) -> Bool {
        statuses.contains(.approved) && lastUpdate.contains(moment)
            && codes.allSatisfy { asked in asked.contains { folder.codes.contains($0) } }
    }
}

/// What GetAll asks for.
public struct GetAllCriteria: Hashable, Sendable {
    /// The patient as the query names it; see `FindDocumentsCriteria.patient`.
    public var patient: PatientIdentifier
    /// Statuses of entries.
    public var entries: Set<AvailabilityStatus>
    /// Statuses of sets.
    public var sets: Set<AvailabilityStatus>
    /// Statuses of folders.
    public var folders: Set<AvailabilityStatus>
    /// Narrows the entries.
    public var filter: ContentsFilter

    /// Joins the parts.
    public init(
        patient: PatientIdentifier,
        entries: Set<AvailabilityStatus>,
        sets: Set<AvailabilityStatus>,
        folders: Set<AvailabilityStatus>,
        filter: ContentsFilter = ContentsFilter()
    ) {
        self.patient = patient
        self.entries = entries
        self.sets = sets
        self.folders = folders
        self.filter = filter
    }
}
