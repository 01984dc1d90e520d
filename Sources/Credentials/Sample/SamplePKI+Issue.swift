internal import HealthRecord

extension SamplePKI {
    /// A card of a professional: *CPS* or *CPF*.
    public mutating func issueProfessional(_ holder: SampleProfessional) throws(SamplePKIError) -> SamplePair {
        let profiles = (
            professionalProfile(holder, use: .personAuthentication), professionalProfile(holder, use: .personSignature)
        )
        return SamplePair(authentication: try issue(profiles.0), signature: try issue(profiles.1))
    }

    /// A card of an employee, *CPE*, or a service card.
    public mutating func issueEmployee(_ holder: SampleEmployee) throws(SamplePKIError) -> SamplePair {
        let profiles = (
            employeeProfile(holder, use: .personAuthentication), employeeProfile(holder, use: .personSignature)
        )
        return SamplePair(authentication: try issue(profiles.0), signature: try issue(profiles.1))
    }

    /// The certificates of an organisation: *ORG AUTH_CLI* and *ORG SIGN*.
    public mutating func issueStructure(_ holder: SampleStructure) throws(SamplePKIError) -> SamplePair {
        let authentication = try issue(structureProfile(holder, use: .structureAuthentication))
        return SamplePair(
            authentication: authentication,
            signature: try issue(structureProfile(holder, use: .structureSeal))
        )
    }

    /// A server certificate, *SERV SSL*; the first host is its name.
    public mutating func issueServer(
        _ holder: SampleStructure,
        hosts: [String] = ["localhost", "127.0.0.1"]
    ) throws(SamplePKIError) -> SampleCredential {
        var holder = holder
        holder.service = hosts.first ?? holder.service
        var profile = structureProfile(holder, use: .server)
        profile.hosts = hosts
        return try issue(profile)
    }

    func professionalProfile(_ holder: SampleProfessional, use: CertificateUse) -> SampleProfile {
        var profile = profile(
            subject: [[(AttributeType.title, holder.title)], Self.person(holder.name, holder.id.text)],
            use: use,
            authority: .strongPersons
        )
        profile.category = ProductCategory(.card, domain: .rehearsal).byte
        profile.cardNumber = "8025000001/\(nextSerial)"
        switch holder.kind {
        case .registered:
            profile.cardType = 0
            profile.profession = holder.profession
        case .inTraining:
            profile.cardType = 1
            profile.professionInTraining = holder.profession
        }
        profile.specialties = holder.specialties
        return profile
    }

    func employeeProfile(_ holder: SampleEmployee, use: CertificateUse) -> SampleProfile {
        var subject: [[SampleName.Part]] = [
            [(AttributeType.state, "Paris (75)")], [(AttributeType.organisation, holder.organisation)],
            [(AttributeType.unit, holder.structure.text)],
        ]
        if let name = holder.name {
            subject += [[(AttributeType.title, "Personnel santé ou social")], Self.person(name, holder.id.text)]
        } else {
            subject += [
                [(AttributeType.title, "Carte de service santé ou social")],
                [(AttributeType.pseudonym, "EMPLOYE\(nextSerial)")], [(AttributeType.commonName, holder.id.text)],
            ]
        }
        var profile = profile(subject: subject, use: use, authority: .standardPersons)
        profile.category = ProductCategory(.card, domain: .rehearsal).byte
        profile.cardNumber = "8025000001/\(nextSerial)"
        profile.cardType = 2
        return profile
    }

    func structureProfile(_ holder: SampleStructure, use: CertificateUse) -> SampleProfile {
        var profile = profile(
            subject: [
                [(AttributeType.state, "Paris (75)")], [(AttributeType.organisation, holder.organisation)],
                [(AttributeType.unit, holder.id.text)], [(AttributeType.commonName, holder.service)],
            ],
            use: use,
            authority: .organisations
        )
        profile.category = ProductCategory(.software, domain: .rehearsal).byte
        return profile
    }

    private func profile(
        subject: [[SampleName.Part]],
        use: CertificateUse,
        authority: SampleAuthority
    ) -> SampleProfile {
        SampleProfile(
            subject: [[SampleName.country]] + subject,
            use: use,
            authority: authority,
            validFrom: validFrom,
            validTo: validFrom.advanced(bySeconds: Self.leafYears * 365 * 86_400)
        )
    }

    private static func person(_ name: PersonName, _ id: String) -> [SampleName.Part] {
        [(AttributeType.givenName, name.given), (AttributeType.surname, name.family), (AttributeType.commonName, id)]
    }
}
