import PageKit

/// Names of form fields, which are ids as well.
enum FormNames {
    static let token = Forms.tokenName
    static let ins = "ins"
    static let letterCode = "code-courrier"
    static let birthDate = "naissance"
    static let secret = "secret"
    static let secretAgain = "secret-bis"
    static let phone = "telephone"
    static let email = "courriel"
    static let consent = "consentement"
    static let breakGlass = "urgence"
    static let regulation = "samu"
    static let masked = "masques"
    static let channel = "moyen"
    static let code = "code"
    static let category = "categorie"
    static let author = "auteur"
    static let from = "depuis"
    static let to = "jusqua"
    static let sort = "ordre"
    static let page = "page"
    static let who = "qui"
    static let emergencies = "urgences"
    static let before = "avant"
    static let document = "document"
}
