internal import HealthRecord
internal import SafeXML

/// The SAML part of an assertion: strict order and number of children (SAML 2.0 core § 2.3.3).
struct VIHFFrame {
    /// Longest text of an element, in bytes: a name of a subject or of an audience.
    static let maximumText = 2048
    /// Longest value of an XML attribute, in bytes: an identifier, a time.
    static let maximumAttribute = 256

    let id: String
    let issueInstant: Instant
    let issuer: String
    let nameID: String
    let notBefore: Instant?
    let notOnOrAfter: Instant?
    let audiences: [[String]]
    let authenticatedAt: Instant
    let authenticationClass: String
    let authenticationDeclaration: String?
    let statement: XMLElement

    init(_ assertion: XMLElement) throws(VIHFError) {
        id = try Self.attribute("ID", of: assertion)
        issueInstant = try Self.instant("IssueInstant", of: assertion)
        for child in assertion.children {
            let isSAML = child.namespace == SAML.assertion && Self.children.contains(child.name)
            guard isSAML || child.isNamed("Signature", in: SAML.signature) else {
                throw VIHFError("Assertion", .malformed)
            }
        }
        let issuer = try Self.only("Issuer", in: assertion)
        guard issuer.attribute("Format") == SAML.x509SubjectName else {
            throw VIHFError("Issuer/@Format", .unknownValue)
        }
        self.issuer = try Self.text(of: issuer)
        nameID = try Self.text(of: Self.only("NameID", in: Self.only("Subject", in: assertion)))
        (notBefore, notOnOrAfter, audiences) = try Self.conditions(assertion)
        let authentication = try Self.only("AuthnStatement", in: assertion)
        authenticatedAt = try Self.instant("AuthnInstant", of: authentication)
        let context = try Self.only("AuthnContext", in: authentication)
        authenticationClass = try Self.text(of: Self.only("AuthnContextClassRef", in: context))
        authenticationDeclaration = try Self.declaration(in: context)
        statement = try Self.only("AttributeStatement", in: assertion)
    }

    private static let children: Set<String> = [
        "Issuer", "Subject", "Conditions", "AuthnStatement", "AttributeStatement",
    ]

    /// How somebody was known at home; the element may hold others, and their text is what counts.
    private static func declaration(in context: XMLElement) throws(VIHFError) -> String? {
        guard let element = try atMostOne("AuthnContextDecl", in: context) else { return nil }
        let text = element.deepText.vihfTrimmed
        guard text.utf8.count <= maximumText else { throw VIHFError(element.name, .malformed) }
        return text
    }

    private static func conditions(
        _ assertion: XMLElement
    ) throws(VIHFError) -> (Instant?, Instant?, [[String]]) {
        guard let conditions = try atMostOne("Conditions", in: assertion) else { return (nil, nil, []) }
        var audiences: [[String]] = []
        for condition in conditions.children {
            // A condition that is not understood must not be ignored (SAML 2.0 core § 2.5.1.1).
            guard condition.isNamed("AudienceRestriction", in: SAML.assertion) else {
                throw VIHFError("Conditions", .unknownValue)
            }
            var names: [String] = []
            for audience in condition.children {
                guard audience.isNamed("Audience", in: SAML.assertion) else {
                    throw VIHFError("AudienceRestriction", .malformed)
                }
                names.append(try text(of: audience))
            }
            audiences.append(names)
        }
        return (
            conditions.attribute("NotBefore") == nil ? nil : try instant("NotBefore", of: conditions),
            conditions.attribute("NotOnOrAfter") == nil ? nil : try instant("NotOnOrAfter", of: conditions),
            audiences
        )
    }

    private static func only(_ name: String, in parent: XMLElement) throws(VIHFError) -> XMLElement {
        guard let element = try atMostOne(name, in: parent) else { throw VIHFError(name, .missing) }
        return element
    }

    private static func atMostOne(_ name: String, in parent: XMLElement) throws(VIHFError) -> XMLElement? {
        let found = Array(parent.children(name, in: SAML.assertion))
        guard found.count <= 1 else { throw VIHFError(name, .repeated) }
        return found.first
    }

    private static func text(of element: XMLElement) throws(VIHFError) -> String {
        guard !element.children.contains(where: { _ in true }) else { throw VIHFError(element.name, .malformed) }
        let text = element.trimmedText
        guard !text.isEmpty else { throw VIHFError(element.name, .missing) }
        guard text.utf8.count <= maximumText else { throw VIHFError(element.name, .malformed) }
        return text
    }

    private static func attribute(_ name: String, of element: XMLElement) throws(VIHFError) -> String {
        guard let value = element.attribute(name), !value.isEmpty else {
            throw VIHFError("\(element.name)/@\(name)", .missing)
        }
        guard value.utf8.count <= maximumAttribute else { throw VIHFError("\(element.name)/@\(name)", .malformed) }
        return value
    }

    private static func instant(_ name: String, of element: XMLElement) throws(VIHFError) -> Instant {
        guard let instant = XMLDateTime.read(try attribute(name, of: element)) else {
            throw VIHFError("\(element.name)/@\(name)", .malformed)
        }
        return instant
    }
}

extension String {
    fileprivate var vihfTrimmed: String {
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
