import HealthRecord

/// The lots of which a reader sees something, in the order of the record.
struct ShownSets {
    private let all: [SubmissionSet]
    private var isShown: [Bool]

    /// None yet.
    init(of snapshot: RecordSnapshot) {
        all = snapshot.openedSets
        isShown = Array(repeating: false, count: all.count)
    }

    /// Takes in the lot at a place.
    mutating func insert(_ place: Int?) {
        if let place, place < isShown.count { isShown[place] = true }
    }

    /// Those taken in.
    var sets: [SubmissionSet] {
        isShown.contains(false) ? zip(all, isShown).compactMap { $1 ? $0 : nil } : all
    }
}
