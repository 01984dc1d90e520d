import HealthRecord

/// From where a lot comes that no software of a structure sent, as the value sets of the DMP let it be said.
struct FilingPlace: Sendable {
    /// The kind of activity that the lot came of (JDV_J59).
    let contentType: Code
    /// The kind of establishment (JDV_J61).
    let facilityType: Code
    /// The setting (JDV_J62).
    let practiceSetting: Code

    /// A person's own: each of the three sets has a word for it.
    static let personalExpression = FilingPlace(
        contentType: RecordService.personalExpression,
        facilityType: RecordService.personalExpression,
        practiceSetting: RecordService.personalExpression
    )

    /// The service's own acts.
    ///
    /// No set has a word for a machine (`AUTOMATE` is one for authors only, and `SNR` means services referenced by others), so it
    /// is told whose service this is: the record's controller is the national health insurance fund (CSP R1111-41), a social
    /// security body in the setting of compulsory insurance. No care was given: activity of no particular kind, as hospitals say it
    /// of what belongs to no stay (PV1-2 `N`, interop § 4.8).
    static let service = FilingPlace(
        contentType: Code("97", "1.2.250.1.213.2.2", label: "Type d'activité indifférencié"),
        facilityType: Code("SA24", CodeSystem.sector, label: "Organisme de sécurité sociale"),
        practiceSetting: Code(
            "AMO",
            "1.2.250.1.213.1.1.4.9",
            label: "Organisme d'assurance maladie obligatoire"
        )
    )
}
