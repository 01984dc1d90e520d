/// The pages that software opens in its patient's context (TD0.9, PDT-INF-527); the raw value is the address's last word.
enum DirectAccess: String, CaseIterable, Sendable {
    case dashboard = "TableauDeBord"
    case record = "DossierPatient"
    case management = "GestionDMPPatient"
    case documents = "Documents"
    case carePath = "ParcoursDeSoins"
    case history = "HistoriqueAcces"
    case wishes = "VolontesEtDroits"
    case vaccinations = "CarnetVaccination"
    case settings = "Parametrages"

    /// The pages of one patient; the dashboard may name one.
    static let ofPatient: [DirectAccess] = [
        .dashboard, .record, .management, .documents, .carePath, .history, .wishes, .vaccinations,
    ]

    /// Where the page stands in a record that is open; nil for the pages of no record.
    func path(_ handle: String) -> String? {
        switch self {
        case .dashboard, .settings: nil
        case .record: Paths.chart(handle)
        case .management: Paths.chart(handle, .authorisations)
        case .documents: Paths.chart(handle, .documents)
        case .carePath: Paths.chart(handle, .documents) + "?\(Names.view)=\(DocumentView.path.rawValue)"
        case .history: Paths.chart(handle, .history)
        case .wishes: Paths.chart(handle, .wishes)
        case .vaccinations: Paths.chart(handle, .vaccinations)
        }
    }
}
