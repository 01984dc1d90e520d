/// A profession in training: what a trainee's card (*CPF*) says in TRE_G16.
///
/// TRE_G16 numbers a profession as TRE_G15 does. Rules and matrices know the profession learnt; that its bearer is in training, the
/// kind of his card says (`HolderKind.trainee`).
public enum ProfessionInTraining: String, Hashable, Sendable, Codable, CaseIterable {
    /// *Médecin en formation*.
    case physician = "10"
    /// *Pharmacien en formation*.
    case pharmacist = "21"
    /// *Chirurgien-dentiste en formation*.
    case dentist = "40"
    /// *Sage-femme en formation*.
    case midwife = "50"

    /// Reads a code of TRE_G16; nil for one of another system, or that the table does not have.
    public init?(_ code: Code) {
        guard code.system == CodeSystem.professionInTraining else { return nil }
        self.init(rawValue: code.value)
    }

    /// The training in which a profession of TRE_G15 is learnt; nil where there is none.
    public init?(for profession: Profession) {
        guard profession.role.system == CodeSystem.profession else { return nil }
        self.init(rawValue: profession.role.value)
    }

    /// Reads an author's specialty (JDV_J01) that says somebody is in training.
    public init?(authorSpecialty code: Code) {
        guard let training = Self.allCases.first(where: { $0.authorSpecialty == code }) else { return nil }
        self = training
    }

    /// The profession learnt, in TRE_G15.
    public var learnt: Code { Code(rawValue, CodeSystem.profession) }

    /// The author's specialty of a document that its bearer writes (JDV_J01), such as `G16_10`.
    public var authorSpecialty: Code { Code("G16_" + rawValue, CodeSystem.authorSpecialty) }
}

extension Code {
    /// The profession of TRE_G15 that a profession or one in training stands for; nil for any other code.
    public var professionExercised: Code? {
        system == CodeSystem.profession ? self : ProfessionInTraining(self)?.learnt
    }
}
