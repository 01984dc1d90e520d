/// Where an element stands in its document: which child element to take at each step down from the root.
struct ElementPosition: Equatable {
    let steps: [Int]

    init(steps: [Int]) { self.steps = steps }

    /// Where that element stands.
    init(of element: XMLElement) {
        var steps: [Int] = []
        var current = element
        while let parent = current.parent {
            steps.append(parent.children.firstIndex(of: current))
            current = parent
        }
        self.steps = steps.reversed()
    }

    /// The element that stands there; nil where none does.
    func element(in document: XMLDocument) -> XMLElement? {
        var current = document.root
        for step in steps {
            guard let child = current.children.dropFirst(step).first(where: { _ in true }) else { return nil }
            current = child
        }
        return current
    }
}

extension Sequence<XMLElement> {
    /// How many elements stand before that one.
    fileprivate func firstIndex(of element: XMLElement) -> Int {
        var before = 0
        for each in self {
            if each == element { break }
            before += 1
        }
        return before
    }
}
