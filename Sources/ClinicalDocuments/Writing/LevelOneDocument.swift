public import HealthRecord

/// A file wrapped by the house as a CDA document of level 1, under the French minimal structure (CI-SIS, 1.16).
///
/// For authors whose tool makes no CDA: a browser. The author answers for the content as for any document.
public struct LevelOneDocument: Sendable {
    /// Whom it is about.
    public struct Patient: Sendable {
        let ins: INS
        let traits: PatientTraits

        /// Joins identifier and traits.
        public init(ins: INS, traits: PatientTraits) {
            self.ins = ins
            self.traits = traits
        }
    }

    /// The earlier document that this one replaces.
    public struct Predecessor: Sendable {
        let id: OID
        let setID: CDAIdentifier
        let version: Int

        /// Joins the parts, as the earlier document states them.
        public init(id: OID, setID: CDAIdentifier, version: Int) {
            self.id = id
            self.setID = setID
            self.version = version
        }
    }

    /// The document's OID.
    public var id: OID
    /// Type (JDV_J66).
    public var type: Code
    /// Title.
    public var title: String
    /// When it is made.
    public var createdAt: Instant
    /// Minutes by which its author's clock is ahead of UTC: documents tell local time.
    public var zoneMinutes = 0
    /// The day of the act, where it is another one.
    public var actDate: CalendarDate?
    /// The acts that it tells of, such as CCAM codes; the first is the main one.
    public var acts: [Code] = []
    /// Whom it is about.
    public var patient: Patient
    /// Who writes it and answers for it.
    public var author: CareActor
    /// Specialty as documents state it (JDV_J01).
    public var specialty: Code?
    /// Framework of practice (JDV_J62).
    public var practice: Code
    /// Kind of encounter.
    public var encounter: Code
    /// Kind of place (JDV_J61).
    public var facility: Code
    /// What it replaces.
    public var replaces: Predecessor?
    /// An injection told in the place of a file, as an entry that programs read.
    public var vaccination: VaccinationNote?
    /// Media type and bytes of the file.
    public var file: (mediaType: String, bytes: [UInt8])

    /// A document by a person in a structure; nil for an actor who is no person.
    public init?(
        id: OID,
        type: Code,
        title: String,
        createdAt: Instant,
        patient: Patient,
        author: CareActor,
        valueSets: ValueSets,
        file: (mediaType: String, bytes: [UInt8])
    ) {
        guard author.person != nil else { return nil }
        self.id = id
        self.type = type.labelled(valueSets.label(type, in: .type) ?? type.label)
        self.title = title
        self.createdAt = createdAt
        self.patient = patient
        self.author = author
        self.file = file
        let place = PlaceOfCare(author.structure.sector)
        practice = place.practice
        encounter = place.encounter
        facility = author.structure.sector.labelled(
            valueSets.label(author.structure.sector, in: .facility) ?? author.structure.sector.label
        )
        specialty = Self.specialty(of: author, valueSets)
    }

    /// The author's specialty of the set, the profession alone where the set has no more; of somebody in training, that.
    private static func specialty(of author: CareActor, _ valueSets: ValueSets) -> Code? {
        let profession = author.profession
        let training = author.holder == .trainee ? ProfessionInTraining(for: profession)?.authorSpecialty : nil
        let keys = [profession.matrixKey, Profession(role: profession.role).matrixKey]
        let systems = [CodeSystem.authorSpecialty, profession.role.system]
        let codes = zip(keys + [profession.role.value], [systems[0], systems[0], systems[1]]).map { Code($0, $1) }
        return ((training.map { [$0] } ?? []) + codes).first { valueSets.contains($0, in: .authorSpecialty) }
            .map { $0.labelled(valueSets.label($0, in: .authorSpecialty)) }
    }
}

/// What a sector of activity (TRE_R02) implies of a document's frame.
struct PlaceOfCare {
    let practice: Code
    let encounter: Code

    private static let practiceSystem = "1.2.250.1.213.1.1.4.9"
    private static let actCode = "2.16.840.1.113883.5.4"
    /// Establishments with beds.
    private static let establishments: Set<String> = ["SA01", "SA02", "SA03", "SA04", "SA30", "SA34", "SA36", "SA53"]

    init(_ sector: Code) {
        if Self.establishments.contains(sector.value) {
            practice = Code("ETABLISSEMENT", Self.practiceSystem, label: "Etablissement de santé")
            encounter = Code("IMP", Self.actCode, label: "Hospitalisation (établissement, y compris HAD)")
        } else {
            practice = Code("AMBULATOIRE", Self.practiceSystem, label: "Ambulatoire")
            encounter = Code("AMB", Self.actCode, label: "Ambulatoire (hors établissement)")
        }
    }
}
