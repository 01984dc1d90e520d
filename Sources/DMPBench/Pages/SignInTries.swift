internal import HealthRecord

/// Sign-ins with a wrong secret, under matricules that the portal knows and under others that nobody has.
struct SignInTries: Sendable {
    /// How often one matricule is tried: at the fifth the portal would ask the next one to wait.
    static let each = 4
    /// How many people are tried: with as many strangers they stay within the hundred misses of a network.
    static let most = 12
    /// Nobody's, and long enough for one.
    static let secret = "Quatre-Mots-Que-Personne-Choisit"

    private let visitor: PageVisitor

    init(on site: PageSite) async throws(BenchmarkError) {
        var visitor = PageVisitor(site)
        _ = try await visitor.open("/connexion")
        self.visitor = visitor
    }

    /// One try; the answer is the form again, and weighs the same whoever is asked for.
    func ask(_ matricule: NIR) -> TwinAsk {
        let visitor = visitor
        let fields = [
            (name: "ins", value: matricule.text), (name: "secret", value: Self.secret), (name: "moyen", value: "email"),
        ]
        return { try await visitor.size(of: fields, to: "/connexion", status: 422) }
    }

    /// Every matricule beside one of nobody, as often as it may be tried.
    func pairs(_ known: [NIR]) throws(BenchmarkError) -> [(TwinAsk, TwinAsk)] {
        var pairs: [(TwinAsk, TwinAsk)] = []
        var taken = known
        for matricule in known {
            guard let stranger = Self.stranger(beside: matricule, taken) else { throw .nobody }
            taken.append(stranger)
            for _ in 0..<Self.each { pairs.append((ask(stranger), ask(matricule))) }
        }
        return pairs
    }

    /// A matricule of the same sex, month and place with the last number of the register that is not taken.
    static func stranger(beside matricule: NIR, _ taken: [NIR]) -> NIR? {
        stride(from: 999, through: 900, by: -1).lazy
            .compactMap { NIR(body: "\(matricule.body.prefix(10))\($0)") }
            .first { !taken.contains($0) }
    }
}
