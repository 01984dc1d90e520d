/// A matrix of professions under the name by which sets refer to it, behind one reference.
final class DatedMatrix: Sendable {
    /// The one that ships: the order of 26/10/2023.
    static let shipped = "order2023"

    let name: String
    let matrix: ProfessionMatrix

    init(name: String, _ matrix: ProfessionMatrix) {
        self.name = name
        self.matrix = matrix
    }
}
