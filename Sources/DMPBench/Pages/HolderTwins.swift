internal import HealthRecord
internal import SampleRecords

/// How much a page of results shows: as much of both twins, or the time that it takes tells of them and of nothing hidden.
struct ResultsShown: Hashable, Sendable {
    let curves: Int
    /// The reports that values come from.
    let documents: Int
}

/// Two holders signed in on the portal, each on the record of his own.
struct HolderTwins: Sendable {
    private static let list = OwnPage.list.rawValue

    private let visitors: [INS: PageVisitor]

    init(_ holders: [SamplePatient], on site: PageSite, _ outbox: BenchmarkOutbox) async throws {
        var visitors: [INS: PageVisitor] = [:]
        for holder in holders {
            var visitor = PageVisitor(site)
            try await Self.signIn(holder, &visitor, outbox)
            visitors[holder.ins] = visitor
        }
        self.visitors = visitors
    }

    /// Both steps; the code comes by e-mail.
    private static func signIn(
        _ holder: SamplePatient,
        _ visitor: inout PageVisitor,
        _ outbox: BenchmarkOutbox
    ) async throws {
        _ = try await visitor.open("/connexion")
        let seen = outbox.names()
        let fields = [
            (name: "ins", value: holder.ins.matricule.text), (name: "secret", value: holder.secretCode),
            (name: "moyen", value: "email"),
        ]
        _ = try await visitor.open(try await visitor.submit("/connexion", fields))
        let code = try await outbox.nextCode(to: holder.email, besides: seen)
        _ = try await visitor.open(try await visitor.submit("/connexion/code", [(name: "code", value: code)]))
    }

    /// A page of the holder's own, as it opens.
    enum OwnPage: String, Sendable {
        case list = "/documents"
        case timeline = "/histoire"
        case results = "/analyses"
        case history = "/historique"
    }

    /// One of those pages, as its reader asks for it.
    func ask(_ page: OwnPage, _ holder: SamplePatient) throws(BenchmarkError) -> TwinAsk {
        let visitor = try visitor(holder)
        return { try await visitor.size(of: page.rawValue, status: 200) }
    }

    /// What a holder finds on the page of his results.
    func results(_ holder: SamplePatient) async throws(BenchmarkError) -> ResultsShown {
        var visitor = try visitor(holder)
        let page = try await visitor.open(OwnPage.results.rawValue)
        return ResultsShown(
            curves: PageText.curves(in: page),
            documents: PageText.documents(in: page, under: Self.list).count
        )
    }

    /// A document that is not to be there.
    func askDocument(_ id: UniqueID, of holder: SamplePatient) throws(BenchmarkError) -> TwinAsk {
        let visitor = try visitor(holder)
        return { try await visitor.size(of: "\(Self.list)/\(id.text)", status: 404) }
    }

    /// How many documents a holder finds in the list, page by page.
    func count(_ holder: SamplePatient) async throws -> Int {
        var visitor = try visitor(holder)
        var found: Set<UniqueID> = []
        // Past its end the list shows the last page again.
        for page in 1... {
            let before = found.count
            found.formUnion(
                PageText.documents(in: try await visitor.open("\(Self.list)?page=\(page)"), under: Self.list)
            )
            if found.count == before { break }
        }
        return found.count
    }

    private func visitor(_ holder: SamplePatient) throws(BenchmarkError) -> PageVisitor {
        guard let visitor = visitors[holder.ins] else { throw .nobody }
        return visitor
    }
}
