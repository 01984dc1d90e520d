public import HealthRecord

/// Specialties of physicians (TRE_R01, `SM…`) in plain words: the options of one specialty share a word.
public enum SpecialtyText {
    /// The word for a physician of that specialty, nil where the catalogue has none.
    public static func physician(_ specialty: Code) -> Phrase? {
        switch specialty.value {
        case "SM26", "SM53", "SM54": Phrase("médecin généraliste", "general practitioner")
        case "SM01": Phrase("anatomopathologiste, médecin qui examine les tissus", "pathologist")
        case "SM02", "SM76": Phrase("anesthésiste-réanimateur", "anaesthetist")
        case "SM03", "SM63", "SM64", "SM65", "SM66", "SM67": Phrase("médecin biologiste", "medical biologist")
        case "SM04", "SM73", "SM79", "SM80", "SM81":
            Phrase("cardiologue, médecin du cœur et des vaisseaux", "cardiologist")
        case "SM05": Phrase("chirurgien ou chirurgienne", "surgeon")
        case "SM06", "SM07", "SM68", "SM77":
            Phrase("chirurgien ou chirurgienne du visage et de la bouche", "maxillofacial surgeon")
        case "SM08": Phrase("chirurgien ou chirurgienne des os et des articulations", "orthopaedic surgeon")
        case "SM09", "SM69", "SM70": Phrase("chirurgien ou chirurgienne pour enfants", "paediatric surgeon")
        case "SM10": Phrase("chirurgien ou chirurgienne plastique", "plastic surgeon")
        case "SM11": Phrase("chirurgien ou chirurgienne du thorax et du cœur", "heart and chest surgeon")
        case "SM12": Phrase("urologue, médecin des voies urinaires", "urologist")
        case "SM13": Phrase("chirurgien ou chirurgienne des vaisseaux", "vascular surgeon")
        case "SM14", "SM78": Phrase("chirurgien ou chirurgienne du ventre et de la digestion", "digestive surgeon")
        case "SM15": Phrase("dermatologue, médecin de la peau", "dermatologist")
        case "SM16", "SM62": Phrase("endocrinologue, médecin des hormones", "endocrinologist")
        case "SM17": Phrase("généticien ou généticienne", "geneticist")
        case "SM18": Phrase("gériatre, médecin des personnes âgées", "geriatrician")
        case "SM19", "SM52": Phrase("gynécologue", "gynaecologist")
        case "SM20", "SM51":
            Phrase("gynécologue-obstétricien ou gynécologue-obstétricienne", "obstetrician and gynaecologist")
        case "SM21", "SM22", "SM23", "SM71": Phrase("hématologue, médecin du sang", "haematologist")
        case "SM24": Phrase("gastro-entérologue, médecin de la digestion", "gastroenterologist")
        case "SM25": Phrase("médecin du travail", "occupational physician")
        case "SM27", "SM72": Phrase("médecin interniste", "internist")
        case "SM28": Phrase("médecin nucléaire", "nuclear medicine doctor")
        case "SM29": Phrase("médecin de rééducation", "rehabilitation doctor")
        case "SM30", "SM83": Phrase("néphrologue, médecin des reins", "nephrologist")
        case "SM31": Phrase("neurochirurgien ou neurochirurgienne", "neurosurgeon")
        case "SM32", "SM84": Phrase("neurologue, médecin du cerveau et des nerfs", "neurologist")
        case "SM33": Phrase("neuropsychiatre", "neuropsychiatrist")
        case "SM34", "SM39", "SM86":
            Phrase("ORL, médecin du nez, de la gorge et des oreilles", "ear, nose and throat doctor")
        case "SM35", "SM36": Phrase("oncologue, médecin des cancers", "oncologist")
        case "SM37", "SM45": Phrase("oncologue radiothérapeute", "radiation oncologist")
        case "SM38", "SM85": Phrase("ophtalmologue, médecin des yeux", "eye doctor")
        case "SM40", "SM87", "SM88", "SM89", "SM90": Phrase("pédiatre, médecin des enfants", "paediatrician")
        case "SM41", "SM91": Phrase("pneumologue, médecin des poumons", "lung doctor")
        case "SM42", "SM93": Phrase("psychiatre", "psychiatrist")
        case "SM43", "SM92": Phrase("psychiatre pour enfants et adolescents", "child and adolescent psychiatrist")
        case "SM44", "SM55", "SM74", "SM94": Phrase("radiologue, médecin de l'imagerie", "radiologist")
        case "SM46", "SM82": Phrase("réanimateur ou réanimatrice", "intensive care doctor")
        case "SM47": Phrase("médecin de recherche", "research doctor")
        case "SM48": Phrase("rhumatologue, médecin des articulations", "rheumatologist")
        case "SM49", "SM75", "SM95": Phrase("médecin de santé publique", "public health doctor")
        case "SM50": Phrase("stomatologue, médecin de la bouche", "mouth specialist")
        case "SM56": Phrase("chirurgien ou chirurgienne de la bouche", "oral surgeon")
        case "SM57": Phrase("allergologue, médecin des allergies", "allergist")
        case "SM58": Phrase("infectiologue, médecin des infections", "infectious disease doctor")
        case "SM59": Phrase("urgentiste", "emergency doctor")
        case "SM60": Phrase("médecin légiste", "forensic doctor")
        case "SM61": Phrase("angiologue, médecin des vaisseaux", "vascular doctor")
        default: nil
        }
    }
}
