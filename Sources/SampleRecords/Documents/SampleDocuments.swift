internal import HealthRecord

extension SamplePopulation {
    /// About a hundred documents over the open records, in the order in which they were made.
    public func documents() -> [SampleDocument] {
        var random = SplitMix64(seed: seed)
        var all: [SampleDocument] = []
        for patient in patients where patient.isOpen {
            var planner = DocumentPlanner(self, patient: patient, random: SplitMix64(seed: random.next()))
            DocumentPlanner.plans[patient.key]?(&planner)
            all += planner.documents
        }
        return all.sorted { ($0.createdAt, $0.uniqueID.text) < ($1.createdAt, $1.uniqueID.text) }
    }

    /// The documents of one patient, in the order in which they were made.
    public func documents(of key: String) -> [SampleDocument] { documents().filter { $0.patient.key == key } }
}

extension DocumentPlanner {
    /// What happens to whom.
    static let plans: [String: @Sendable (inout DocumentPlanner) -> Void] = [
        "jeanne": { $0.planDiabetes() }, "paul": { $0.planHeart() }, "amina": { $0.planPregnancy() },
        "lucas": { $0.planKnee() }, "chiara": { $0.planAllergy() }, "noe": { $0.planChild() },
        "henriette": { $0.planElder() }, "malik": { $0.planCook() }, "yves": { $0.planSailor() },
        "ines": { $0.planStudent() }, "theo": { $0.planNewcomer() }, "armand": { $0.planThyroid() },
    ]
}
