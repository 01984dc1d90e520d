internal import HealthRecord

/// Lays out the documents of one patient, each at its distance from the moment the world is told at.
struct DocumentPlanner {
    let population: SamplePopulation
    let patient: SamplePatient
    var random: SplitMix64
    private(set) var documents: [SampleDocument] = []

    init(_ population: SamplePopulation, patient: SamplePatient, random: SplitMix64) {
        self.population = population
        self.patient = patient
        self.random = random
    }

    /// A working moment so many days before now: between 08:00 and 16:59 UTC.
    mutating func moment(daysAgo: Int) -> Instant {
        let day = CalendarDate(daysSinceEpoch: population.now.date.daysSinceEpoch - daysAgo)
        let hour = Int.random(in: 8...15, using: &random)
        let minute = Int.random(in: 0...59, using: &random)
        return Instant(year: day.year, month: day.month, day: day.day, hour: hour, minute: minute) ?? population.now
    }

    @discardableResult
    mutating func add(
        _ type: Code,
        _ title: String,
        by key: String,
        daysAgo: Int,
        visibility: Visibility = [],
        role: Code? = nil,
        replacing earlier: SampleDocument? = nil,
        content: (SampleProfessional, Instant, inout SplitMix64) -> CDAContent
    ) -> SampleDocument? {
        guard let author = population.professional(key) else { return nil }
        let time = moment(daysAgo: daysAgo)
        var builder = CDABuilder(
            id: SampleIdentifiers.oid(&random),
            type: type,
            title: title,
            createdAt: time,
            patient: patient,
            author: author,
            content: content(author, time.advanced(bySeconds: -3600), &random)
        )
        builder.serviceStart = time.advanced(bySeconds: -3600)
        builder.serviceStop = time.advanced(bySeconds: -600)
        builder.role = role
        if let earlier {
            builder.setID = earlier.builder.setID
            builder.version = earlier.builder.version + 1
            builder.replaces = earlier.uniqueID
        }
        let isDental = author.key == "dentist"
        let dental = Code("28", "1.2.250.1.213.2.2", label: "Consultations dentaires et soins dentaires")
        let document = SampleDocument(
            builder: builder,
            visibility: visibility,
            contentType: isDental ? dental : author.workplace.contentType
        )
        documents.append(document)
        return document
    }

    /// Reports of biology at even distances, the last one `lastDaysAgo`.
    mutating func biology(_ courses: [Course], count: Int, every days: Int, lastDaysAgo: Int) {
        for index in 0..<count {
            let part = count > 1 ? Double(index) / Double(count - 1) : 1
            add(
                SampleType.biology,
                "Compte rendu d’examens biologiques",
                by: "biologist",
                daysAgo: lastDaysAgo + (count - 1 - index) * days
            ) { BiologyReport.content(courses, part: part, at: $1, &$2) }
        }
    }

    @discardableResult
    mutating func letter(
        _ type: Code,
        _ title: String,
        by key: String,
        daysAgo: Int,
        visibility: Visibility = [],
        _ paragraphs: [String],
        conclusion: String
    ) -> SampleDocument? {
        let patient = patient
        return add(type, title, by: key, daysAgo: daysAgo, visibility: visibility) { author, time, _ in
            Letters.page(title, paragraphs, conclusion: conclusion, patient: patient, author: author, at: time)
        }
    }

    mutating func prescription(_ drugs: [PrescribedDrug], by key: String = "gp", daysAgo: Int) {
        add(SampleType.prescription, "Ordonnance", by: key, daysAgo: daysAgo) { _, time, _ in
            Treatments.prescription(drugs, at: time)
        }
    }

    mutating func dispensation(_ drugs: [PrescribedDrug], daysAgo: Int) {
        add(SampleType.dispensation, "Délivrance de médicaments", by: "pharmacist", daysAgo: daysAgo) { _, time, _ in
            Treatments.dispensation(drugs, at: time)
        }
    }

    mutating func vaccinationNote(_ vaccine: @escaping (Instant) -> Vaccine, by key: String, daysAgo: Int) {
        add(SampleType.vaccinationNote, "Note de vaccination", by: key, daysAgo: daysAgo) { _, time, _ in
            Treatments.vaccinations([vaccine(time)], model: .note)
        }
    }

    @discardableResult
    mutating func sections(
        _ type: Code,
        _ title: String,
        by key: String,
        daysAgo: Int,
        visibility: Visibility = [],
        model: String?,
        role: Code? = nil,
        replacing earlier: SampleDocument? = nil,
        _ parts: [(code: String, title: String, text: [String])]
    ) -> SampleDocument? {
        add(
            type,
            title,
            by: key,
            daysAgo: daysAgo,
            visibility: visibility,
            role: role,
            replacing: earlier
        ) { _, _, _ in Letters.sections(model: model, parts) }
    }
}
