import HealthRecord
import SampleRecords
import Testing

/// Somebody of care who comes in a random history, and how he comes.
struct Caller: Sendable {
    let name: String
    let actor: CareActor
    let mode: AccessMode
    /// Who writes what he files.
    let author: SampleProfessional

    /// Whether the law bans him whatever anybody wishes (CSP L1111-18).
    var isBanned: Bool { name == "mutual" || name == "insurer" }
}

/// Everybody of care who takes part: those who treat, those who may not, those who never may.
enum HistoryCast {
    static func everybody() throws -> [Caller] {
        let gp = try Lots.professional("gp")
        let stranger = try Lots.professional("radiologist")
        func own(_ key: String, _ name: String? = nil, _ mode: AccessMode = .normal) throws -> Caller {
            let one = try Lots.professional(key)
            return Caller(name: name ?? key, actor: one.actor(), mode: mode, author: one)
        }
        func altered(_ name: String, role: Code? = nil, sector: String? = nil, _ edit: HolderKind) -> Caller {
            let actor = stranger.actor()
            let changed = CareActor(
                person: edit == .structure ? nil : actor.person,
                name: actor.name,
                profession: role.map { Profession(role: $0) } ?? actor.profession,
                structure: Structure(
                    id: actor.structure.id,
                    name: actor.structure.name,
                    sector: sector.map { Code($0, CodeSystem.sector) } ?? actor.structure.sector
                ),
                holder: edit,
                authentication: edit == .structure ? .indirect : .direct
            )
            return Caller(name: name, actor: changed, mode: .normal, author: stranger)
        }
        return [
            Caller(name: "treating", actor: gp.actor(), mode: .normal, author: gp),
            try own("surgeon", "physicianWithLeave"),
            try own("cardiologist", "physicianWithout"),
            try own("nurse"),
            try own("pharmacist"),
            // Machines of an establishment, by its certificate.
            altered("establishment", role: Code("AUTOMATE", CodeSystem.nonProfession), .structure),
            try own("regulator", "centre15", .regulation),
            try own("pathologist", "night", .breakGlass(reason: "Coma, 3 h du matin")),
            try own("occupational"),
            altered("mutual", sector: "SA23", .professional),
            altered("insurer", role: Code("ASSUR", CodeSystem.nonProfession), sector: "SA24", .professional),
        ]
    }
}
