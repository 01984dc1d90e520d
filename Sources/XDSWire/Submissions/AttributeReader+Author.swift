internal import HealthRecord

extension AttributeReader {
    private static let authorSlots: Set<String> = [
        "authorPerson", "authorInstitution", "authorRole", "authorSpecialty",
    ]

    /// Author blocks: a person, structures, a role and a specialty, of which at least one must be there.
    mutating func authors(_ scheme: String) -> [Author] {
        var authors: [Author] = []
        for block in object.classifications where block.scheme == scheme {
            if let author = author(block) { authors.append(author) }
        }
        return authors
    }

    private mutating func author(_ block: RegistryObject.Classification) -> Author? {
        func values(_ name: String) -> [String] {
            block.slots.filter { $0.name == name }.flatMap(\.values).filter { !$0.isEmpty }
        }
        let persons = values("authorPerson")
        if persons.count > 1 { fault("author.authorPerson", .tooManyValues) }
        var person: PersonField?
        if let text = persons.first { person = self.person(text, "author.authorPerson") }
        var institutions: [AuthorInstitution] = []
        for text in values("authorInstitution") {
            if let field = try? InstitutionField(xon: text) {
                institutions.append(field.institution)
            } else {
                fault("author.authorInstitution", .badInstitution)
            }
        }
        let (specialties, roles) = (values("authorSpecialty"), values("authorRole"))
        let others = block.slots.contains { !Self.authorSlots.contains($0.name) && !$0.values.allSatisfy(\.isEmpty) }
        // An author has one of each, and no ways to be reached.
        noteUnkept(specialties.count > 1 || roles.count > 1 || others)
        var specialty: Code?
        if let text = specialties.first {
            specialty = try? CodedText.code(text)
            if specialty == nil { fault("author.authorSpecialty", .badCode) }
        }
        let role = roles.first
        guard person != nil || !persons.isEmpty || !institutions.isEmpty || role != nil else {
            fault("author.authorPerson", .missing)
            return nil
        }
        let anyone = PersonField(
            identifier: "",
            name: PersonName(family: "", given: ""),
            authority: nil,
            nameType: "",
            identifierType: ""
        )
        return (person ?? anyone).author(institutions: institutions, role: role, specialty: specialty)
    }
}
