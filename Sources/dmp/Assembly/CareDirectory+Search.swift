import Credentials
import HealthRecord
import PortalDoor

extension CareDirectory {
    /// The directory as holders look for somebody in it; nil where it holds no names.
    var professionalSearch: ProfessionalSearch? {
        guard let search else { return nil }
        return ProfessionalSearch { name in
            do { return try await search(name) } catch { return nil }
        }
    }
}
