/// A category of documents that the holder has closed to a profession (order of 26/10/2023: the matrix applies unless the holder
/// decides otherwise, by profession or by category).
///
/// It only ever takes away: what the matrix does not open, opening the category again does not open either.
public struct CategoryClosure: Hashable, Sendable, Codable {
    /// The profession's code of TRE_G15, with all its specialties.
    public let profession: String
    /// The class of documents, a code of the French class list.
    public let category: String

    /// Joins both.
    public init(profession: String, category: String) {
        self.profession = profession
        self.category = category
    }
}

extension Set<CategoryClosure> {
    /// Whether one of them closes a category to somebody's profession; machines and desks have none.
    public func cover(_ category: Code, for profession: Profession) -> Bool {
        guard !isEmpty, profession.role.system == CodeSystem.profession, category.system == CodeSystem.documentClass
        else { return false }
        return contains(CategoryClosure(profession: profession.role.value, category: category.value))
    }
}
