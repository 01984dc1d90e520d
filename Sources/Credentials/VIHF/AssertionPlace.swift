internal import SafeXML

/// V1 and V2: where an assertion must stand, and what must not stand beside it.
enum AssertionPlace {
    static let saml = "urn:oasis:names:tc:SAML:2.0:assertion"
    static let security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
    static let envelopes: Set<String> = [
        "http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/",
    ]

    /// Passes for a document that is the assertion, or for the only child of the one security header of a message.
    static func accepts(_ assertion: XMLElement) -> Bool {
        let root = assertion.document.root
        guard assertion.isNamed("Assertion", in: saml) else { return false }
        let others = root.descendants.contains { element in
            element != assertion && element.namespace == saml
                && (element.name == "Assertion" || element.name == "EncryptedAssertion")
        }
        guard !others else { return false }
        guard assertion != root else { return true }
        guard let header = header(of: root), let security = only(header, "Security", in: Self.security) else {
            return false
        }
        return Array(security.children) == [assertion]
    }

    /// The assertion of a message, wherever the rules of `accepts` find it.
    static func find(in document: XMLDocument) -> XMLElement? {
        let root = document.root
        if root.isNamed("Assertion", in: saml) { return root }
        guard let header = header(of: root), let security = only(header, "Security", in: Self.security) else {
            return nil
        }
        return security.child("Assertion", in: saml)
    }

    private static func header(of root: XMLElement) -> XMLElement? {
        guard root.name == "Envelope", envelopes.contains(root.namespace) else { return nil }
        return only(root, "Header", in: root.namespace)
    }

    private static func only(_ parent: XMLElement, _ name: String, in namespace: String) -> XMLElement? {
        let found = Array(parent.children(name, in: namespace))
        return found.count == 1 ? found.first : nil
    }
}
