/// A matricule with the days between which it was the holder's (reference: access-and-lifecycle § 7.1).
public struct HeldMatricule: Hashable, Sendable, Codable {
    /// The matricule.
    public let ins: INS
    /// The first day on which it held; nil where nobody said.
    public var from: CalendarDate?
    /// The first day on which it held no more; nil for one that holds.
    public var until: CalendarDate?

    /// Joins the parts.
    public init(ins: INS, from: CalendarDate? = nil, until: CalendarDate? = nil) {
        self.ins = ins
        self.from = from
        self.until = until
    }
}

extension [HeldMatricule] {
    /// A matricule takes the present one's place from a day on.
    ///
    /// - Parameter present: that which held until then.
    public mutating func take(_ ins: INS, from day: CalendarDate, after present: INS?) {
        if let present {
            if let place = firstIndex(where: { $0.ins == present }) {
                self[place].until = day
            } else {
                append(HeldMatricule(ins: present, until: day))
            }
        }
        removeAll { $0.ins == ins }
        insert(HeldMatricule(ins: ins, from: day), at: 0)
    }

    /// A matricule was linked by error: it never held, and what holds now holds without an end.
    public mutating func drop(_ ins: INS, present: INS?) {
        removeAll { $0.ins == ins }
        for place in indices where self[place].ins == present { self[place].until = nil }
    }
}
