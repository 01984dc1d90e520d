extension String {
    /// Whether somebody has said something in it: one letter at least, and no more characters than so many.
    public func saysSomething(within most: Int) -> Bool {
        contains(where: \.isLetter) && unicodeScalars.count <= most
    }
}
