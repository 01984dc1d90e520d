internal import Foundation
internal import HealthRecord

/// An operator's own directory as a table: structures by identifier, and who works where as what.
///
/// `{"structures": {"10B0057881": {"name": "…", "sector": "SA01", "closed": false, "entity": null}},
///   "professionals": {"899…": {"structures": ["10B0057881"], "professions": ["10/SM26"]}}}`
///
/// `contact` is a professional's address of a secured messaging service: who treats a patient is written there when the glass is
/// broken. Holders find those who have a `family` and a `given` name, a profession and a structure with a sector; `town` helps them.
public struct DirectoryTable: Sendable {
    private struct StructureRow: Decodable {
        let name: String
        let sector: String?
        let closed: Bool?
        let entity: String?
        let town: String?
    }

    private struct PersonRow: Decodable {
        let structures: [String]
        let professions: [String]?
        let family: String?
        let given: String?
        let contact: String?
    }

    private struct File: Decodable {
        let structures: [String: StructureRow]
        let professionals: [String: PersonRow]
    }

    private let structures: [StructureID: (entry: CareDirectory.Entry, entity: StructureID?)]
    private let workplaces: [ProfessionalID: [StructureID]]
    private let professions: [ProfessionalID: [Profession]]
    private let listed: [ListedProfessional]
    private let contacts: [ProfessionalID: CareContact]

    /// Reads a table; an identifier that is none is an error, so that a slip shuts nobody out in silence.
    public init(json: [UInt8]) throws(DirectoryTableError) {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(json)) else { throw .unreadable }
        var structures: [StructureID: (entry: CareDirectory.Entry, entity: StructureID?)] = [:]
        for (text, row) in file.structures {
            let entity = try row.entity.map { text throws(DirectoryTableError) in try Self.structure(text) }
            let sector = row.sector.map { Code($0, CodeSystem.sector) }
            let activity: CareDirectory.Entry.Activity = row.closed == true ? .closed : .active
            structures[try Self.structure(text)] = (
                CareDirectory.Entry(name: row.name, sector: sector, activity: activity), entity
            )
        }
        var workplaces: [ProfessionalID: [StructureID]] = [:]
        var professions: [ProfessionalID: [Profession]] = [:]
        var listed: [ListedProfessional] = []
        var contacts: [ProfessionalID: CareContact] = [:]
        for (text, row) in file.professionals {
            guard let person = ProfessionalID(text) else { throw .notAnIdentifier(text) }
            workplaces[person] = try row.structures.map { place throws(DirectoryTableError) in
                try Self.structure(place)
            }
            professions[person] = row.professions.map { $0.map(Self.profession) }
            contacts[person] = try row.contact.map { text throws(DirectoryTableError) in
                guard let mailbox = SecureMailbox(text) else { throw .notAnAddress(of: person.text) }
                let name = PersonName(family: row.family ?? "", given: row.given ?? "")
                return CareContact(name: name, mailbox: mailbox)
            }
            guard let family = row.family, let given = row.given, let first = professions[person]?.first else {
                continue
            }
            for place in row.structures {
                guard let id = StructureID(place), let known = structures[id]?.entry, known.activity == .active,
                    let sector = known.sector
                else { continue }
                listed.append(
                    ListedProfessional(
                        person: person,
                        name: PersonName(family: family, given: given),
                        profession: first,
                        structure: Structure(id: id, name: known.name, sector: sector),
                        town: file.structures[place]?.town ?? ""
                    )
                )
            }
        }
        self.listed = listed.sorted {
            ($0.name.family, $0.name.given, $0.structure.name) < ($1.name.family, $1.name.given, $1.structure.name)
        }
        self.structures = structures
        self.workplaces = workplaces
        self.professions = professions
        self.contacts = contacts
    }

    /// The table as verification asks it.
    public var directory: CareDirectory {
        CareDirectory(
            structure: { [structures] id in structures[id]?.entry },
            employment: { [workplaces] person, place in workplaces[person]?.contains(place) == true ? .known : .unknown
            },
            membership: { [structures] place, entity in structures[place]?.entity == entity ? .known : .unknown },
            professions: { [professions] person in professions[person] },
            workplaces: { [workplaces] person in workplaces[person] ?? [] },
            contact: { [contacts] person in contacts[person] },
            search: search
        )
    }

    private var search: (@Sendable (String) async throws(CareDirectory.Unavailable) -> [ListedProfessional])? {
        guard !listed.isEmpty else { return nil }
        return { [listed] name in listed.filter { $0.isNamed(name) } }
    }

    private static func structure(_ text: String) throws(DirectoryTableError) -> StructureID {
        guard let id = StructureID(text) else { throw .notAnIdentifier(text) }
        return id
    }

    /// `10/SM26`: a profession of TRE_G15 and, behind the stroke, a specialty of TRE_R01.
    private static func profession(_ text: String) -> Profession {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        return Profession(
            role: Code(parts.first ?? text, CodeSystem.profession),
            specialty: parts.count == 2 ? Code(parts[1], CodeSystem.specialty) : nil
        )
    }
}

/// Why a directory's table cannot be used.
public enum DirectoryTableError: Error, Hashable, Sendable {
    /// It is not JSON of the form described.
    case unreadable
    /// This is no national identifier of a structure or of a professional.
    case notAnIdentifier(String)
    /// The contact of this professional is no mailbox of a secured messaging service.
    case notAnAddress(of: String)
}
