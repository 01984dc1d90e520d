internal import HealthRecord
internal import SafeXML

extension CDAParticipation {
    init(author: XMLElement) throws(CDAError) {
        time = try author.theOne("time").time()
        function = author.child("functionCode", in: CDA.namespace)?.optionalCode
        let assigned = try author.theOne("assignedAuthor")
        self.author = try Author(assigned: assigned, function: function)
    }

    init(legalAuthenticator: XMLElement) throws(CDAError) {
        time = try legalAuthenticator.theOne("time").time()
        function = nil
        let signature = try legalAuthenticator.theOne("signatureCode")
        guard signature.attribute("code") == "S" else { throw CDAError(signature.path + "/@code", .mustBe("S")) }
        author = try Author(assigned: try legalAuthenticator.theOne("assignedEntity"), function: nil)
    }
}

extension CDACustodian {
    init(_ custodian: XMLElement) throws(CDAError) {
        let organization = try custodian.theOne("assignedCustodian").theOne("representedCustodianOrganization")
        id = try organization.theOne("id").identifier()
        name = organization.child("name", in: CDA.namespace)?.trimmedText
    }
}

extension Author {
    /// An author block from `assignedAuthor` or `assignedEntity` (ITI TF-3 § 4.2.3.2.1).
    ///
    /// - Parameter isNamed: whether a person or device must be there; a performer may be a system known by its id alone.
    init(assigned: XMLElement, function: Code?, isNamed: Bool = true) throws(CDAError) {
        guard let id = assigned.child("id", in: CDA.namespace) else { throw CDAError(assigned.path + "/id", .missing) }
        guard !id.isNull else { throw CDAError(id.path, .nullFlavorForbidden) }
        let root = try id.oid("root")
        let person = assigned.child("assignedPerson", in: CDA.namespace)
        let device = assigned.child("assignedAuthoringDevice", in: CDA.namespace)
        guard person != nil || device != nil || !isNamed else {
            throw CDAError(assigned.path + "/assignedPerson", .missing)
        }
        let identifier = id.attribute("extension") ?? root.text
        let kind: String =
            if device != nil {
                "RI"
            } else if root == ProfessionalID.root {
                "IDNPS"
            } else {
                INSRoot(rawValue: root.text) == nil ? "EI" : "NH"
            }
        self.init(
            identifier: identifier,
            assigningAuthority: root,
            name: person.map(Self.personName) ?? device.map(Self.deviceName) ?? PersonName(family: "", given: ""),
            identifierType: kind,
            institutions: try assigned.child("representedOrganization", in: CDA.namespace)
                .flatMap { organization throws(CDAError) in try AuthorInstitution(organization) }.map { [$0] } ?? [],
            role: function?.value,
            specialty: assigned.child("code", in: CDA.namespace)?.optionalCode
        )
    }

    private static func personName(_ person: XMLElement) -> PersonName {
        let name = person.child("name", in: CDA.namespace)
        let given = name?.all("given").map(\.trimmedText).joined(separator: " ") ?? ""
        return PersonName(family: name?.child("family", in: CDA.namespace)?.trimmedText ?? "", given: given)
    }

    private static func deviceName(_ device: XMLElement) -> PersonName {
        let software = device.child("softwareName", in: CDA.namespace)?.trimmedText ?? ""
        let model = device.child("manufacturerModelName", in: CDA.namespace)?.trimmedText ?? ""
        return PersonName(family: software.isEmpty ? model : software, given: "")
    }
}

extension AuthorInstitution {
    /// A structure, or nil where the element says nothing of it.
    init?(_ organization: XMLElement) throws(CDAError) {
        let id = organization.child("id", in: CDA.namespace)
        let name = organization.child("name", in: CDA.namespace)?.trimmedText ?? ""
        guard let id, !id.isNull else {
            if name.isEmpty { return nil }
            self.init(name: name, identifier: nil, assigningAuthority: nil)
            return
        }
        self.init(name: name, identifier: id.attribute("extension"), assigningAuthority: try id.oid("root"))
    }
}
