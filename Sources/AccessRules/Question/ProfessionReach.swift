import HealthRecord

/// What the matrix of professions holds for somebody, whatever the document.
enum ProfessionReach: Sendable {
    /// The service itself, whom no matrix limits.
    case everything
    /// Nothing is defined.
    case nothing
    /// The rows that answer.
    case rows(ProfessionMatrix.Answering)
    /// Rows of a role outside the health code: published, and open to filing; to reading where the set says so.
    case published(ProfessionMatrix.Answering)

    init(_ party: Party, _ matrix: ProfessionMatrix?) {
        guard let matrix else {
            self = .nothing
            return
        }
        switch party {
        case .portal(.system): self = .everything
        case .portal(.foreignContactPoint), .portal(.digitalService): self = .nothing
        case .portal(.insurerFeed): self = .rows(matrix.rows(ofKey: "ALIM_AM"))
        case .portal: self = .rows(matrix.rows(ofKey: "PATIENT"))
        case .care(let party):
            switch party.column {
            case .structure: self = .rows(matrix.rows(ofKey: "CERT_ES"))
            case .employee: self = .rows(matrix.rows(ofKey: "CPE"))
            case .occupational: self = .rows(matrix.rows(ofKey: "G15_10/SM25"))
            case .nonPhysician, .physician, .treating, nil:
                let profession = party.actor.profession
                self =
                    profession.role.system == CodeSystem.profession
                    ? .rows(matrix.rows(of: profession)) : .published(matrix.rows(ofRole: profession.role))
            }
        }
    }
}
