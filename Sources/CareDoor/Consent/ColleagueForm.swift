import AccessRules
import ClinicalDocuments
import Custody
import HealthRecord
import PageKit
import Wording

/// Somebody whom a professional names for a patient, as it is filled in.
struct ColleagueForm: Sendable {
    var team = ""
    var family = ""
    var given = ""
    var rpps = ""
    var profession = ""
    var place = ""
    var sector = ""
    /// What is looked for in the directory.
    var sought = ""
    /// Who was chosen of those found.
    var listed = ""

    init() {}

    init(_ form: some FilledForm) {
        func text(_ name: String) -> String { String(form.text(name).prefix(120)) }
        team = text(Names.team)
        family = text(Names.family)
        given = text(Names.given)
        rpps = text(Names.rpps)
        profession = text(Names.profession)
        place = text(Names.place)
        sector = text(Names.sector)
        sought = String(text(Names.sought).prefix(ProfessionalSearch.mostText))
        listed = text(Names.listed)
    }

    /// Whether somebody is described field by field, and not chosen of the directory.
    var isByHand: Bool { ![family, given, rpps, profession, place, sector].allSatisfy(\.isEmpty) }

    /// The one who is named, and what is wrong with the form; the directory has the last word.
    func member(beside actor: CareActor, _ valueSets: ValueSets) -> (TeamMember?, [FieldFault]) {
        var faults: [FieldFault] = []
        func fault(_ field: String, _ text: CareTeamText) { faults.append(FieldFault(field, text.phrase)) }
        if family.isEmpty || given.isEmpty { fault(family.isEmpty ? Names.family : Names.given, .nameFault) }
        let number = RPPS(rpps.filter { !$0.isWhitespace })
        if number == nil { fault(Names.rpps, .rppsFault) }
        let known = Self.profession(profession, valueSets)
        if known == nil { fault(Names.profession, .professionFault) }
        let structure = structure(beside: actor, valueSets)
        if structure == nil { fault(Names.place, .placeFault) }
        guard faults.isEmpty, let number, let known, let structure else { return (nil, faults) }
        return (
            TeamMember(
                subject: .person(ProfessionalID(number)),
                name: PersonName(family: family, given: given),
                profession: known,
                structure: structure
            ), []
        )
    }

    private func structure(beside actor: CareActor, _ valueSets: ValueSets) -> Structure? {
        guard !place.isEmpty else { return actor.structure }
        let text = place.uppercased().filter { !$0.isWhitespace }
        // The register's digit stands before the number (NOS TRE_G07).
        let candidates = [text.utf8.count == 9 ? "1" + text : "", text.utf8.count == 14 ? "3" + text : "", text]
        guard let id = candidates.lazy.compactMap({ StructureID($0) }).first else { return nil }
        guard id != actor.structure.id else { return actor.structure }
        let chosen = valueSets[.facility]?.codes.first { $0.value == sector }
        return Structure(id: id, name: place, sector: chosen ?? actor.structure.sector)
    }

    /// `G15_10/SM26` as profession and specialty.
    private static func profession(_ key: String, _ valueSets: ValueSets) -> Profession? {
        guard professions(valueSets).contains(where: { $0.value == key }) else { return nil }
        let parts = key.dropFirst(4).split(separator: "/").map(String.init)
        guard let role = parts.first else { return nil }
        return Profession(
            role: Code(role, CodeSystem.profession),
            specialty: parts.dropFirst().first.map { Code($0, CodeSystem.specialty) }
        )
    }

    /// Professions of TRE_G15, with their specialties (JDV_J01).
    static func professions(_ valueSets: ValueSets) -> [(value: String, label: String)] {
        (valueSets[.authorSpecialty]?.codes ?? []).filter { $0.value.hasPrefix("G15_") }
            .map { (value: $0.value, label: Typography.french($0.label ?? $0.value)) }
    }

    static func sectors(_ valueSets: ValueSets) -> [(value: String, label: String)] {
        (valueSets[.facility]?.codes ?? []).filter { $0.system == CodeSystem.sector }
            .map { (value: $0.value, label: Typography.french($0.label ?? $0.value)) }
    }

    /// What the rules or the directory hold against the one who is named, beside the field at fault.
    static func fault(_ conflict: String) -> FieldFault? {
        switch conflict {
        case "member.name": FieldFault(Names.family, CareTeamText.nameFault.phrase)
        case "member.role": FieldFault(Names.profession, CareTeamText.role.phrase)
        case "member.unknown": FieldFault(Names.rpps, CareTeamText.unknown.phrase)
        case "member.profession": FieldFault(Names.profession, CareTeamText.wrongProfession.phrase)
        case "member.structure": FieldFault(Names.place, CareTeamText.wrongPlace.phrase)
        case "oneself", "members": FieldFault(Names.rpps, CareTeamText.oneself.phrase)
        case RuleID.teamConsentMissing.rawValue: FieldFault(Names.asked, CareTeamText.askedFault.phrase)
        case "team.name": FieldFault(Names.team, CareTeamText.teamNameFault.phrase)
        default: nil
        }
    }
}
