import Credentials
import Custody
import HealthRecord

extension CareDirectory {
    /// What the directory says of one whom a professional names for a patient.
    func answer(_ subject: CareSubject) async -> DirectoryAnswer {
        do throws(Unavailable) {
            switch subject {
            case .structure(let id):
                guard let entry = try await structure(id), entry.activity == .active else { return .unknown }
                return .structure(name: entry.name, sector: entry.sector)
            case .person(let id):
                let known = (professions: try await professions(id), workplaces: try await workplaces(id))
                guard known.professions != nil || !known.workplaces.isEmpty else { return .unknown }
                return .professional(professions: known.professions, workplaces: known.workplaces)
            }
        } catch {
            return .unavailable
        }
    }
}
