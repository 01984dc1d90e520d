public import HealthRecord

/// Sectors of activity (TRE_R02) in plain words.
public enum SectorText {
    /// `cabinet de groupe`, `pharmacie`; what the sender calls it where the catalogue has no word.
    public static func label(_ sector: Code) -> Phrase {
        known(sector.value) ?? sector.label.map(Phrase.init(verbatim:)) ?? Phrase("structure", "organisation")
    }

    private static func known(_ value: String) -> Phrase? {
        switch value {
        case "SA01": Phrase("établissement public de santé", "public hospital")
        case "SA02": Phrase("hôpital militaire", "military hospital")
        case "SA03": Phrase("établissement privé d'intérêt collectif", "private non-profit hospital")
        case "SA04": Phrase("clinique privée", "private hospital")
        case "SA05", "SA50", "SA60": Phrase("centre de santé", "health centre")
        case "SA06": Phrase("service de santé des armées", "armed forces health service")
        case "SA07": Phrase("cabinet individuel", "private practice")
        case "SA08": Phrase("cabinet de groupe", "group practice")
        case "SA09": Phrase("société d'exercice", "practice company")
        case "SA10", "SA58": Phrase("transport sanitaire", "patient transport")
        case "SA11": Phrase("entreprise d'intérim", "temporary work agency")
        case "SA12": Phrase("établissement de soins et de prévention", "care and prevention centre")
        case "SA13": Phrase("santé au travail", "occupational health")
        case "SA14", "SA19": Phrase("établissement d'enseignement", "school or university")
        case "SA15": Phrase("protection maternelle et infantile (PMI)", "mother and child health service")
        case "SA16": Phrase("établissement pour personnes handicapées", "home for people with disabilities")
        case "SA17": Phrase("établissement pour personnes âgées", "home for older people")
        case "SA18": Phrase("aide à la famille", "family support service")
        case "SA20": Phrase("protection de l'enfance", "child protection service")
        case "SA21": Phrase("hébergement et réadaptation", "housing and rehabilitation")
        case "SA22": Phrase("recherche", "research")
        case "SA23": Phrase("assurance privée", "private insurance")
        case "SA24": Phrase("Sécurité sociale", "social security")
        case "SA25", "SA29", "SA59": Phrase("laboratoire de biologie médicale", "medical laboratory")
        case "SA26": Phrase("ministère ou service de l'État", "government department")
        case "SA27": Phrase("collectivité territoriale", "local authority")
        case "SA28": Phrase("association", "charity")
        case "SA30": Phrase("autre établissement de santé", "other health establishment")
        case "SA31": Phrase("distribution de médicaments", "medicine distribution")
        case "SA32", "SA46": Phrase("fabrication de médicaments", "medicine manufacturer")
        case "SA33", "SA38", "SA39", "SA56": Phrase("pharmacie", "pharmacy")
        case "SA34": Phrase("centre de dialyse", "dialysis centre")
        case "SA35": Phrase("parapharmacie", "non-prescription pharmacy")
        case "SA36": Phrase("centre de lutte contre le cancer", "cancer centre")
        case "SA37": Phrase("centre de transfusion sanguine", "blood transfusion centre")
        case "SA40": Phrase("activité libérale à l'hôpital", "private practice in hospital")
        case "SA41": Phrase("établissement social ou médico-social", "social care establishment")
        case "SA42": Phrase("appareillage médical", "medical equipment supplier")
        case "SA43": Phrase("structure sans secteur précisé", "organisation of unstated kind")
        case "SA44": Phrase("recrutement", "recruitment")
        case "SA45": Phrase("communication ou conseil", "communication or consulting")
        case "SA47": Phrase("pompiers et secours", "fire and rescue")
        case "SA48": Phrase("entreprise", "company")
        case "SA49": Phrase("structure d'outre-mer", "overseas organisation")
        case "SA51": Phrase("groupement de soins", "care partnership")
        case "SA52": Phrase("maison de santé", "multi-professional health centre")
        case "SA53": Phrase("siège d'un établissement de santé", "hospital head office")
        case "SA54": Phrase("centre de dépistage et de prévention", "screening and prevention centre")
        case "SA55": Phrase("laboratoire d'allergènes", "allergen laboratory")
        case "SA57", "SA63": Phrase("coordination des soins", "care coordination")
        case "SA61": Phrase("fournisseur d'oxygène à domicile", "home oxygen supplier")
        default: nil
        }
    }
}
