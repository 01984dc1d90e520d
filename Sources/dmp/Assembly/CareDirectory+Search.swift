import Credentials
import HealthRecord

extension CareDirectory {
    /// The directory as the sites look for somebody in it; nil where it holds no names.
    var professionalSearch: ProfessionalSearch? {
        guard let search else { return nil }
        return ProfessionalSearch { name in
            do { return try await search(name) } catch { return nil }
        }
    }
}
