/// The names of the service and of what it keeps.
public enum ServiceText: CatalogueText {
    /// The short name.
    case name
    /// The name with its expansion, for the first mention on a page or letter.
    case nameInFull
    /// What the record is to its holder.
    case myRecord
    /// What a lot was signed with, a document of its own.
    case lotSignature

    /// In both languages.
    public var phrase: Phrase {
        switch self {
        case .name: Phrase("DMP", "DMP")
        case .nameInFull: Phrase("dossier médical partagé (DMP)", "shared medical record (DMP)")
        case .lotSignature:
            Phrase(
                "Fichier technique : signature d'un envoi de documents",
                "Technical file: signature of a delivery of documents"
            )
        case .myRecord: Phrase("Mon dossier médical partagé", "My shared medical record")
        }
    }
}
