/// Drawings of our own that stand beside words, never in their place.
package enum Icon: Sendable {
    case house, key, question, heart, sheet, curve, people, clock, eye, hidden, archive, alarm, check, todo, star
    case bell, gear, shield, lock, device, plus, pen, door, child, swap, hospital, book, menu

    /// The drawing, hidden from screen readers.
    package var node: Node {
        tag(
            "svg",
            .class("icon"),
            Attribute("viewBox", "0 0 24 24"),
            Attribute("width", "24"),
            Attribute("height", "24"),
            .hidden,
            Attribute("focusable", "false")
        ) { tag("path", Attribute("d", outline)) }
    }

    private var outline: String {
        switch self {
        case .house: "M4 11l8-7 8 7v9h-5v-6H9v6H4z"
        case .key: "M14.500 9.500a4 4 0 1 0-2.800 3.800L13 14.500h2v2h2v2h3v-3l-5.600-5.200M9.500 9h.01"
        case .question:
            "M9 9.500a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17.800v.2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z"
        case .heart: "M12 20C5 15 3 12 3 8.800A4.600 4.600 0 0 1 12 7a4.600 4.600 0 0 1 9 1.800C21 12 19 15 12 20z"
        case .sheet: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"
        case .curve: "M4 4v16h16M7 15l4-5 3 3 5-7"
        case .people:
            "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20a6.500 6.500 0 0 1 13 0M16 4.500a3.500 3.500 0 0 1 0 6.200M18 14.200a6.500 6.500 0 0 1 3.500 5.800"
        case .clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.200l3.500 2"
        case .eye:
            "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
        case .hidden:
            "M4 4l16 16M9.900 5.800A9 9 0 0 1 12 5.500c6 0 9.500 6.500 9.500 6.500a16 16 0 0 1-3 3.700M6.300 7.500A16 16 0 0 0 2.500 12S6 18.500 12 18.500a9 9 0 0 0 4-.9"
        case .archive: "M3.500 5h17v4h-17zM5 9v10h14V9M10 13h4"
        case .alarm: "M12 3.500l9.500 16.500h-19zM12 10v4.500M12 17.200v.2"
        case .check: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.300l2.800 2.800L16 9.500"
        case .todo: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 8v8M8 12h8"
        case .star:
            "M12 3.500l2.600 5.400 5.900.8-4.300 4.100 1 5.900L12 16.900l-5.200 2.800 1-5.900L3.500 9.700l5.900-.8z"
        case .bell: "M6 16V11a6 6 0 0 1 12 0v5l2 2.500H4zM10 21h4"
        case .gear:
            "M12 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M18.400 5.600l-2.100 2.100M7.700 16.300l-2.100 2.100"
        case .shield: "M12 3l8 3v6c0 4.500-3.200 7.700-8 9-4.800-1.300-8-4.500-8-9V6z"
        case .lock: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3"
        case .device: "M7 3h10v18H7zM11 18h2"
        case .plus: "M12 5v14M5 12h14"
        case .pen: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3"
        case .door: "M6 21V3h12v18M4 21h16M14.500 12v.5"
        case .child: "M12 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM6 11l6 1.500L18 11M12 12.500V16l-3 5M12 16l3 5"
        case .swap: "M4 8h14l-3.500-3.500M20 16H6l3.500 3.500"
        case .hospital: "M4 21V5h16v16M4 21h16M12 8v6M9 11h6M10 21v-3.500h4V21"
        case .book: "M4 5c3-1 6-1 8 1 2-2 5-2 8-1v14c-3-1-6-1-8 1-2-2-5-2-8-1zM12 6v14"
        case .menu: "M4 7h16M4 12h16M4 17h16"
        }
    }
}

/// A word with its drawing, as the state of something.
package func mark(_ icon: Icon, _ text: String, _ tone: BadgeTone = .plain) -> Node {
    tag("span", .class("badge \(tone.rawValue)")) {
        icon.node
        text
    }
}

/// The tones of a badge; what it says is in its words.
package enum BadgeTone: String {
    case plain, good, quiet, warning
}
