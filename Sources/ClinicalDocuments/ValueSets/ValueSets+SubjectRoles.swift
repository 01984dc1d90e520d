public import HealthRecord

extension ValueSets {
    /// Whether these may be the subject roles of an assertion: a profession or a role that is none, then a specialty of it.
    ///
    /// The DMP's own set, JDV_J65, is not published with the others; JDV_J01 names the same professions, each with its specialties
    /// (`G15_10/SM26` is profession 10, specialty SM26), and the roles that are no professions. Trainees (TRE_G16) choose among
    /// the specialties of their profession. In force is what the set holds on that day, whatever the mode.
    public func holdSubjectRoles(_ roles: [Code], on day: CalendarDate) -> Bool {
        // The stroke is the set's own: a code that brings one along would stand for a profession and its specialty in one.
        guard let role = roles.first, roles.count <= 2, !roles.contains(where: { $0.value.contains("/") }) else {
            return false
        }
        func holds(_ code: Code) -> Bool { contains(code, in: .authorSpecialty, on: day) }
        guard let written = role.authorSpecialty, holds(written) else { return false }
        guard let specialty = roles.dropFirst().first else { return true }
        return holds(Code("G15_\(role.value)/\(specialty.value)", CodeSystem.authorSpecialty))
    }
}

extension Code {
    /// A subject role as JDV_J01 writes it; nil for one written as an author's specialty, which no assertion carries.
    fileprivate var authorSpecialty: Code? {
        switch system {
        case CodeSystem.profession: Code("G15_" + value, CodeSystem.authorSpecialty)
        case CodeSystem.professionInTraining: Code("G16_" + value, CodeSystem.authorSpecialty)
        case CodeSystem.authorSpecialty: nil
        default: self
        }
    }
}
