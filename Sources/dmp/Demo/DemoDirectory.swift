import Credentials
import HealthRecord
import SampleRecords

/// Where the demonstration's people work, as a directory tells it: their own place, and a second one for some.
enum DemoDirectory {
    /// A hospital physician who also sees patients in town has to say where he acts today.
    private static let secondPlaces = ["cardiologist": "practice"]

    /// The domain of the demonstration's mailboxes, which leads nowhere, beside the one that people expect.
    static let secureDomains = SecureDomains(["mssante.example", "mssante.fr"])

    static func directory(of population: SamplePopulation) -> CareDirectory {
        let structures = Dictionary(population.structures.map { ($0.structure.id, $0.structure) }) { first, _ in first }
        let places = Dictionary(population.structures.map { ($0.key, $0.structure.id) }) { first, _ in first }
        var workplaces: [ProfessionalID: [StructureID]] = [:]
        var professions: [ProfessionalID: [Profession]] = [:]
        for professional in population.professionals {
            let second = secondPlaces[professional.key].flatMap { places[$0] }
            workplaces[professional.id] = [professional.workplace.structure.id] + [second].compactMap(\.self)
            professions[professional.id] = [professional.profession]
        }
        let (known, roles) = (workplaces, professions)
        let listed = population.professionals.map { one in
            let address = population.structures.first { $0.structure.id == one.workplace.structure.id }?.address
            return ListedProfessional(
                person: one.id,
                name: one.name,
                profession: one.profession,
                structure: one.workplace.structure,
                town: address?.last ?? ""
            )
        }
        var contacts: [ProfessionalID: CareContact] = [:]
        // Addresses as a secured messaging service gives them, under a name that leads nowhere.
        for one in population.professionals {
            contacts[one.id] = SecureMailbox("\(one.key)@sante.mssante.example").map {
                CareContact(name: one.name, mailbox: $0)
            }
        }
        let addresses = contacts
        return CareDirectory(
            structure: { id in
                structures[id].map { CareDirectory.Entry(name: $0.name, sector: $0.sector, activity: .active) }
            },
            employment: { person, place in known[person]?.contains(place) == true ? .known : .unknown },
            professions: { roles[$0] },
            workplaces: { known[$0] ?? [] },
            contact: { addresses[$0] },
            search: { name in listed.filter { $0.isNamed(name) } }
        )
    }
}
