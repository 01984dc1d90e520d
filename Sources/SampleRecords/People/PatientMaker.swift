internal import HealthRecord

/// Builds sample patients whose matricules agree with their traits.
struct PatientMaker {
    func callAsFunction(
        _ key: String,
        _ story: String,
        _ family: String,
        _ given: [String],
        used: String? = nil,
        _ sex: Sex,
        _ born: (year: Int, month: Int, day: Int),
        _ place: String,
        order: String,
        _ address: [String],
        _ secretCode: String,
        standing: SampleStanding = .active,
        representatives: [SampleRepresentative?] = [],
        formerBodies: [String] = []
    ) -> SamplePatient? {
        guard let birthDate = day(born), let matricule = matricule(sex, born, place, order) else { return nil }
        let acting = representatives.compactMap(\.self)
        guard acting.count == representatives.count else { return nil }
        let mail = plain(given.first ?? "") + "." + plain(used ?? family)
        return SamplePatient(
            key: key,
            story: story,
            ins: INS(matricule, root: .test),
            formerINS: formerBodies.compactMap { NIR(body: $0) }.map { INS($0, root: .test) },
            traits: PatientTraits(
                birthFamilyName: family,
                birthGivenNames: given,
                usedFamilyName: used,
                birthDate: birthDate,
                sex: sex,
                birthPlaceCode: place,
                address: address,
                addressParts: parts(of: address)
            ),
            email: mail + "@patients.example",
            phone: phone(order),
            secretCode: secretCode,
            standing: standing,
            representatives: acting
        )
    }

    /// Somebody who acts for a patient; nil where the matricule's parts do not make one.
    func representative(
        _ family: String,
        _ given: String,
        _ sex: Sex,
        _ born: (year: Int, month: Int, day: Int),
        _ place: String,
        _ kind: RepresentativeKind,
        _ tie: String,
        _ address: [String],
        _ rank: Int
    ) -> SampleRepresentative? {
        guard let birthDate = day(born), let matricule = matricule(sex, born, place, "0\(rank)") else { return nil }
        return SampleRepresentative(
            name: PersonName(family: family, given: given),
            ins: INS(matricule, root: .test),
            birthDate: birthDate,
            address: address,
            kind: kind,
            tie: tie,
            email: "\(plain(given)).\(plain(family))@proches.example",
            phone: "06399890\(rank)",
            secretCode: "Proche-Sentier-\(rank)"
        )
    }

    /// The last line is the town, its postal code first.
    private func parts(of address: [String]) -> PostalAddress? {
        guard let town = address.last, let space = town.firstIndex(of: " "), town[..<space].count == 5 else {
            return nil
        }
        return PostalAddress(
            streetLines: address.dropLast(),
            postalCode: String(town[..<space]),
            city: String(town[town.index(after: space)...])
        )
    }

    private func day(_ born: (year: Int, month: Int, day: Int)) -> CalendarDate? {
        CalendarDate(year: born.year, month: born.month, day: born.day)
    }

    private func matricule(
        _ sex: Sex,
        _ born: (year: Int, month: Int, day: Int),
        _ place: String,
        _ order: String
    ) -> NIR? {
        NIR(body: (sex == .female ? "2" : "1") + twoDigits(born.year % 100) + twoDigits(born.month) + place + order)
    }

    /// 06 39 98 00 00 to 06 39 98 99 99 is kept for fiction (ARCEP decision 2018-0881 § 2.5.12).
    private func phone(_ order: String) -> String { "06399800" + order.suffix(2) }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func plain(_ name: String) -> String {
        let accents: [Character: Character] = ["é": "e", "è": "e", "ê": "e", "ë": "e", "ï": "i", "ô": "o", "ç": "c"]
        return String(name.lowercased().compactMap { $0.isASCII ? ($0.isLetter ? $0 : nil) : accents[$0] })
    }
}
