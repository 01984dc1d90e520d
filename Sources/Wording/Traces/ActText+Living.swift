internal import HealthRecord

extension ActText {
    /// The acts of a record's own life.
    init(living act: TracedAct) {
        switch act {
        case .migrate:
            self.init(
                "appliqué de nouvelles règles au dossier",
                "appliquer de nouvelles règles au dossier",
                "applied new rules to the record",
                "apply new rules to the record"
            )
        case .changeIdentity:
            self.init(
                "modifié les données administratives",
                "modifier les données administratives",
                "changed the administrative data",
                "change the administrative data"
            )
        case .searchIdentity:
            self.init(
                "recherché votre identité",
                "rechercher votre identité",
                "searched for your identity",
                "search for your identity"
            )
        case .linkIdentity:
            self.init(
                "changé un matricule du dossier",
                "changer un matricule du dossier",
                "changed a number of the record",
                "change a number of the record"
            )
        case .merge:
            self.init(
                "réuni ou séparé deux dossiers",
                "réunir ou séparer deux dossiers",
                "joined or parted two records",
                "join or part two records"
            )
        case .changeAccess:
            self.init(
                "changé les moyens d'accès",
                "changer les moyens d'accès",
                "changed the means of access",
                "change the means of access"
            )
        case .request:
            self.init(
                "enregistré une demande",
                "enregistrer une demande",
                "recorded a request",
                "record a request"
            )
        case .readRequest:
            self.init(
                "lu une demande de rectification",
                "lire une demande de rectification",
                "read a request for a correction",
                "read a request for a correction"
            )
        case .answerRequest:
            self.init(
                "répondu à une demande de rectification",
                "répondre à une demande de rectification",
                "answered a request for a correction",
                "answer a request for a correction"
            )
        case .grantEntry:
            self.init(
                "obtenu une adresse pour ouvrir le dossier sur le site des professionnels",
                "obtenir une adresse pour ouvrir le dossier sur le site des professionnels",
                "obtained an address to open the record on the professionals' site",
                "obtain an address to open the record on the professionals' site"
            )
        case .suspend:
            self.init(
                "suspendu le dossier",
                "suspendre le dossier",
                "suspended the record",
                "suspend the record"
            )
        case .resume:
            self.init(
                "levé la suspension du dossier",
                "lever la suspension du dossier",
                "lifted the suspension of the record",
                "lift the suspension of the record"
            )
        case .reopen:
            self.init(
                "rouvert le dossier",
                "rouvrir le dossier",
                "reopened the record",
                "reopen the record"
            )
        case .destroy:
            self.init(
                "détruit le dossier",
                "détruire le dossier",
                "destroyed the record",
                "destroy the record"
            )
        default: self.init(act)
        }
    }
}
