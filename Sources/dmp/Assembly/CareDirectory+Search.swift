import Credentials
import HealthRecord
import PortalDoor

extension CareDirectory {
    /// The directory as holders look for somebody in it; nil where it holds no names.
    var professionalSearch: ProfessionalSearch? {
        guard let search else { return nil }
        return ProfessionalSearch { name in
            do throws(Unavailable) {
                return try await search(name).map { one in
                    ProfessionalSearch.Found(
                        person: one.person,
                        name: one.name,
                        profession: one.profession,
                        structure: one.structure,
                        town: one.town
                    )
                }
            } catch {
                return nil
            }
        }
    }
}
