public import HealthRecord

/// Where sample professionals work.
public struct SampleStructure: Hashable, Sendable {
    /// Short name for code and tests, such as `hospital`.
    public let key: String
    /// The structure as assertions and authors state it.
    public let structure: Structure
    /// Lines of its address.
    public let address: [String]
    /// Framework of its documents (`practiceSettingCode`).
    public let practice: Code
    /// Kind of encounter that its documents tell of.
    public let encounter: Code
    /// Kind of activity of the lots it sends (`contentTypeCode`).
    public let contentType: Code
}

extension SampleStructure {
    /// The hospital, the practice and the laboratory, then those that the other professions need.
    static let plan: [SampleStructure] = [
        make(
            "hospital",
            "10B0990018",
            "Centre hospitalier des Trois-Rivières",
            "SA01",
            "Etablissement public de santé",
            ["12 quai des Tilleuls", "21000 Dijon"],
            establishment,
            inpatient,
            fullStay
        ),
        make(
            "practice",
            "399970000000011",
            "Cabinet médical des Glycines",
            "SA08",
            "Cabinet de groupe",
            ["4 place des Glycines", "21000 Dijon"],
            ambulatory,
            visit,
            consultation
        ),
        make(
            "laboratory",
            "10B0990026",
            "Laboratoire du Vieux-Moulin",
            "SA25",
            "Laboratoire de biologie médicale",
            ["27 rue du Vieux-Moulin", "21000 Dijon"],
            ambulatory,
            visit,
            biology
        ),
        make(
            "pharmacy",
            "10B0990034",
            "Pharmacie de la Fontaine",
            "SA33",
            "Pharmacie d'officine",
            ["1 place de la Fontaine", "21000 Dijon"],
            ambulatory,
            visit,
            consultation
        ),
        make(
            "samu",
            "10B0990042",
            "SAMU 21 — centre 15 d’exercice",
            "SA01",
            "Etablissement public de santé",
            ["12 quai des Tilleuls", "21000 Dijon"],
            Code("SAMU_SMUR", practiceSystem, label: "SAMU/SMUR"),
            emergency,
            fullStay
        ),
        make(
            "work",
            "399970000000029",
            "Service de santé au travail de la Côte",
            "SA13",
            "Prévention et soins en entreprise",
            ["8 rue des Artisans", "21000 Dijon"],
            ambulatory,
            visit,
            consultation
        ),
    ].compactMap(\.self)

    static let practiceSystem = "1.2.250.1.213.1.1.4.9"
    private static let actCode = "2.16.840.1.113883.5.4"
    private static let contentSystem = "1.2.250.1.213.2.2"
    private static let establishment = Code("ETABLISSEMENT", practiceSystem, label: "Etablissement de santé")
    private static let ambulatory = Code("AMBULATOIRE", practiceSystem, label: "Ambulatoire")
    private static let inpatient = Code("IMP", actCode, label: "Hospitalisation (établissement, y compris HAD)")
    private static let visit = Code("AMB", actCode, label: "Ambulatoire (hors établissement)")
    private static let emergency = Code("EMER", actCode, label: "Passage aux urgences (établissement)")
    private static let fullStay = Code(
        "03",
        contentSystem,
        label: "Hospitalisation complète (non compris hospitalisation de semaine)"
    )
    private static let consultation = Code("60", contentSystem, label: "Consultations et actes")
    private static let biology = Code("26", contentSystem, label: "Analyses médicales biologiques")

    private static func make(
        _ key: String,
        _ id: String,
        _ name: String,
        _ sector: String,
        _ sectorLabel: String,
        _ address: [String],
        _ practice: Code,
        _ encounter: Code,
        _ contentType: Code
    ) -> SampleStructure? {
        guard let id = StructureID(id) else { return nil }
        return SampleStructure(
            key: key,
            structure: Structure(id: id, name: name, sector: Code(sector, CodeSystem.sector, label: sectorLabel)),
            address: address,
            practice: practice,
            encounter: encounter,
            contentType: contentType
        )
    }
}
