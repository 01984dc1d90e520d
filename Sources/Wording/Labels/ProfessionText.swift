public import HealthRecord

/// Professions in plain words.
public enum ProfessionText {
    /// `médecin généraliste`, `soins infirmiers`; what the sender calls it where the catalogue has no word.
    public static func label(_ profession: Profession) -> Phrase {
        if profession.isPhysician, let specialty = profession.specialty, let plain = SpecialtyText.physician(specialty)
        {
            return plain
        }
        if profession.role.value == "60", profession.specialty?.value.hasPrefix("SI") == true {
            return Phrase("soins infirmiers en pratique avancée", "advanced practice nurse")
        }
        return label(role: profession.role)
    }

    /// What people call it otherwise, by which they look for it.
    public static func otherNames(_ profession: Profession) -> [String] {
        switch profession.role.value {
        case "60", "69": ["infirmier", "infirmière"]
        case "40": ["dentiste", "chirurgien-dentiste", "chirurgienne-dentiste"]
        default: []
        }
    }

    /// The same of somebody by the kind of his card: `médecin en formation`.
    public static func label(_ profession: Profession, _ holder: HolderKind) -> Phrase {
        guard holder == .trainee else { return label(profession) }
        return inTraining(label(role: profession.role))
    }

    private static func inTraining(_ profession: Phrase) -> Phrase {
        Phrase("\(profession.french) en formation", "\(profession.english) in training")
    }

    /// The role alone, a code of TRE_G15 or of TRE_A00; a role in training is said to be.
    public static func label(role: Code) -> Phrase {
        if role.value.hasPrefix("G16_"), let known = known(String(role.value.dropFirst(4))) {
            return inTraining(known)
        }
        let value = role.value.hasPrefix("G15_") ? String(role.value.dropFirst(4)) : role.value
        return known(value) ?? role.label.map(Phrase.init(verbatim:))
            ?? Phrase("professionnel de santé", "health professional")
    }

    /// `Dr` for physicians, pharmacists and dentists; empty for others.
    public static func title(_ profession: Profession) -> String {
        guard profession.role.system == CodeSystem.profession else { return "" }
        return ["10", "21", "40"].contains(profession.role.value) ? "Dr" : ""
    }

    // A nurse's sex is nowhere to be read: the care is named, which suits every name it stands after.
    // The display names of TRE_G15 (1.2.250.1.71.1.2.7) and of TRE_A00 in everyday words.
    private static func known(_ value: String) -> Phrase? {
        switch value {
        case "10": Phrase("médecin", "doctor")
        case "21": Phrase("pharmacien ou pharmacienne", "pharmacist")
        case "26": Phrase("audioprothésiste", "hearing-aid specialist")
        case "28": Phrase("opticien-lunetier ou opticienne-lunetière", "optician")
        case "31": Phrase("assistant ou assistante dentaire", "dental assistant")
        case "32": Phrase("physicien ou physicienne médicale", "medical physicist")
        case "35": Phrase("aide-soignant ou aide-soignante", "care assistant")
        case "36": Phrase("ambulancier ou ambulancière", "ambulance worker")
        case "37": Phrase("auxiliaire de puériculture", "nursery nurse")
        case "38": Phrase("préparateur ou préparatrice en pharmacie à l'hôpital", "hospital pharmacy technician")
        case "39": Phrase("préparateur ou préparatrice en pharmacie", "pharmacy technician")
        case "40": Phrase("chirurgie dentaire", "dentist")
        case "50": Phrase("sage-femme", "midwife")
        case "60": Phrase("soins infirmiers", "nurse")
        case "69": Phrase("soins infirmiers en psychiatrie", "psychiatric nurse")
        case "70": Phrase("masseur-kinésithérapeute ou masseuse-kinésithérapeute", "physiotherapist")
        case "80": Phrase("pédicure-podologue", "podiatrist")
        case "81": Phrase("orthoprothésiste", "orthotist and prosthetist")
        case "82": Phrase("podo-orthésiste", "orthopaedic shoemaker")
        case "83": Phrase("orthopédiste-orthésiste", "orthotist")
        case "84": Phrase("oculariste", "eye prosthesis maker")
        case "85": Phrase("épithésiste", "facial prosthesis maker")
        case "86": Phrase("technicien ou technicienne de laboratoire médical", "medical laboratory technician")
        case "91": Phrase("orthophoniste", "speech therapist")
        case "92": Phrase("orthoptiste", "orthoptist")
        case "93": Phrase("psychologue", "psychologist")
        case "94": Phrase("ergothérapeute", "occupational therapist")
        case "95": Phrase("diététicien ou diététicienne", "dietitian")
        case "96": Phrase("psychomotricien ou psychomotricienne", "psychomotor therapist")
        case "98": Phrase("manipulateur ou manipulatrice en radiologie", "radiographer")
        case "41": Phrase("assistant ou assistante de service social", "social worker")
        case "71": Phrase("ostéopathe", "osteopath")
        case "72": Phrase("psychothérapeute", "psychotherapist")
        case "73": Phrase("chiropracteur ou chiropractrice", "chiropractor")
        case "SECRETARIAT_MEDICAL": Phrase("secrétariat médical", "medical secretary's office")
        case "EXP_PATIENT": Phrase("titulaire du dossier", "record holder")
        case "ALIM_AM": Phrase("Assurance maladie", "health insurance")
        case "AUTOMATE": Phrase("automate", "automatic device")
        case "DISPOSITIF": Phrase("dispositif médical", "medical device")
        case "SNR": Phrase("service numérique référencé", "listed digital service")
        case "LOGICIEL_DUI": Phrase("logiciel du dossier de l'usager", "care-home record software")
        default: nil
        }
    }
}
