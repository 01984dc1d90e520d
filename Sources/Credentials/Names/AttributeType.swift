/// Attribute types of distinguished names that health certificates use, and the short names that texts give them.
enum AttributeType {
    static let commonName = "2.5.4.3"
    static let surname = "2.5.4.4"
    static let country = "2.5.4.6"
    static let state = "2.5.4.8"
    static let organisation = "2.5.4.10"
    static let unit = "2.5.4.11"
    static let title = "2.5.4.12"
    static let givenName = "2.5.4.42"
    static let pseudonym = "2.5.4.65"
    /// Longest identifier of a type written as digits and dots.
    static let maximumLength = 64

    /// Spelling differs by toolkit: `GN`, `G`, `GIVENNAME`; `ST`, `S`; `SN` is the surname, as the French cards have it.
    static func oid(forKeyword keyword: Substring) -> String? {
        if let known = keywords[keyword.uppercased()] { return known }
        let dotted = keyword.uppercased().hasPrefix("OID.") ? keyword.dropFirst(4) : keyword
        let isOID = dotted.contains(".") && dotted.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
        return isOID && dotted.utf8.count <= maximumLength ? String(dotted) : nil
    }

    private static let keywords = [
        "CN": commonName, "SN": surname, "SURNAME": surname, "SERIALNUMBER": "2.5.4.5", "C": country,
        "L": "2.5.4.7", "ST": state, "S": state, "SP": state, "STREET": "2.5.4.9", "O": organisation, "OU": unit,
        "T": title, "TITLE": title, "GN": givenName, "G": givenName, "GIVENNAME": givenName, "PSEUDONYM": pseudonym,
        "DC": "0.9.2342.19200300.100.1.25", "UID": "0.9.2342.19200300.100.1.1",
        "E": "1.2.840.113549.1.9.1", "EMAIL": "1.2.840.113549.1.9.1", "EMAILADDRESS": "1.2.840.113549.1.9.1",
    ]
}
