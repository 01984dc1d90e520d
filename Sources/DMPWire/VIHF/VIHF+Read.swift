internal import HealthRecord
public import SafeXML

extension VIHF {
    /// Most roles in one assertion: a profession and its specialties.
    static let maximumRoles = 4

    /// Reads an assertion.
    ///
    /// Nothing is verified: give the very same element to the verifier.
    ///
    /// Accepts what the published texts disagree on: letter case of attribute names, versions 3.0 and 4.0, both systems of
    /// the access mode, absent `codeSystemName`.
    public init(_ assertion: XMLElement) throws(VIHFError) {
        guard assertion.isNamed("Assertion", in: SAML.assertion) else { throw VIHFError("Assertion", .missing) }
        guard assertion.attribute("Version") == "2.0" else { throw VIHFError("Assertion/@Version", .unknownValue) }
        let frame = try VIHFFrame(assertion)
        let attributes = try VIHFAttributes(frame.statement)

        guard let version = Version(rawValue: try attributes.required(.version)) else {
            throw VIHFError(VIHFAttribute.version.rawValue, .unknownValue)
        }
        guard let mode = AuthenticationMode(rawValue: try attributes.required(.mode).uppercased()) else {
            throw VIHFError(VIHFAttribute.mode.rawValue, .unknownValue)
        }
        guard let structure = StructureID(try attributes.required(.structure)) else {
            throw VIHFError(VIHFAttribute.structure.rawValue, .malformed)
        }
        guard let sector = try attributes.code(.sector) else {
            throw VIHFError(VIHFAttribute.sector.rawValue, .missing)
        }
        guard sector.system == CodeSystem.sector else { throw VIHFError(VIHFAttribute.sector.rawValue, .unknownValue) }
        self.init(
            id: frame.id,
            issueInstant: frame.issueInstant,
            issuer: frame.issuer,
            nameID: frame.nameID,
            authenticatedAt: frame.authenticatedAt,
            authenticationClass: frame.authenticationClass,
            version: version,
            mode: mode,
            structure: structure,
            sector: sector,
            subject: try attributes.required(.subject),
            roles: try Self.roles(attributes),
            patient: try Self.patient(attributes),
            purpose: try Self.purpose(attributes),
            software: Software(
                name: try attributes.required(.softwareName),
                version: try attributes.text(.softwareVersion),
                id: try attributes.text(.softwareID),
                homologation: try attributes.required(.homologation)
            )
        )
        notBefore = frame.notBefore
        notOnOrAfter = frame.notOnOrAfter
        audiences = frame.audiences
        authenticationDeclaration = frame.authenticationDeclaration
        resource = try attributes.required(.resource)
        guard resource == Self.resource else { throw VIHFError(VIHFAttribute.resource.rawValue, .unknownValue) }
        connection = try Self.connection(attributes)
        tier = try attributes.code(.tier)
    }

    private static func roles(_ attributes: VIHFAttributes) throws(VIHFError) -> [Code] {
        let roles = try attributes.concepts(.role, named: "Role")
        guard roles.count <= maximumRoles else { throw VIHFError(VIHFAttribute.role.rawValue, .repeated) }
        return roles
    }

    /// `<INS>^^^&<OID>&ISO^NH`, with what shipping software writes besides: a namespace before the OID or no ampersand at all,
    /// `iso` in small letters, no type, and components behind it (interop § 4.1: cut at CX.5).
    private static func patient(_ attributes: VIHFAttributes) throws(VIHFError) -> INS? {
        guard let text = try attributes.text(.patient) else { return nil }
        let fields = text.split(separator: "^", omittingEmptySubsequences: false)
        let type = fields.count > 4 ? fields[4] : ""
        guard fields.count > 3, ["NH", ""].contains(type), let root = Self.authority(fields[3]),
            let ins = INS(fields[0], root: root)
        else { throw VIHFError(VIHFAttribute.patient.rawValue, .malformed) }
        return ins
    }

    /// The OID of an HD: `&OID&ISO`, or the OID alone.
    private static func authority(_ text: Substring) -> Substring? {
        let parts = text.split(separator: "&", omittingEmptySubsequences: false)
        switch parts.count {
        case 1: return text
        case 2: return parts[1]
        case 3: return parts[2].isEmpty || parts[2].uppercased() == "ISO" ? parts[1] : nil
        default: return nil
        }
    }

    private static func purpose(_ attributes: VIHFAttributes) throws(VIHFError) -> AccessMode {
        let codes = try attributes.concepts(.purpose, named: "PurposeOfUse")
        guard let code = codes.first, codes.count == 1 else {
            throw VIHFError(VIHFAttribute.purpose.rawValue, .repeated)
        }
        guard code.system == AccessModeSystem.wire || code.system == AccessModeSystem.nomenclature else {
            throw VIHFError(VIHFAttribute.purpose.rawValue, .unknownValue)
        }
        let reason = try attributes.text(.accessReason)
        switch code.value {
        case "normal": return .normal
        case "bris_de_glace": return .breakGlass(reason: reason ?? "")
        case "centre_15": return .regulation
        default: throw VIHFError(VIHFAttribute.purpose.rawValue, .unknownValue)
        }
    }

    private static func connection(_ attributes: VIHFAttributes) throws(VIHFError) -> Connection {
        guard let code = try attributes.code(.confidentiality) else { return .ordinary }
        guard code == Visibility.hiddenFromRepresentativesCode else {
            throw VIHFError(VIHFAttribute.confidentiality.rawValue, .unknownValue)
        }
        return .secret
    }
}
