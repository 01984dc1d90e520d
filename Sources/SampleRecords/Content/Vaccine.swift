internal import HealthRecord

/// An injection of the sample world; classes of the ATC (WHO) name it.
struct Vaccine {
    /// Which document tells of it.
    enum Model {
        /// One injection just given.
        case note
        /// All injections so far.
        case history

        var template: OID {
            switch self {
            case .note: OID(literal: "1.2.250.1.213.1.1.1.46")
            case .history: OID(literal: "1.2.250.1.213.1.1.1.37")
            }
        }
    }

    private static let atc = "2.16.840.1.113883.6.73"
    let code: Code
    let name: String
    let time: Instant
    let lot: String

    static func influenza(_ time: Instant) -> Vaccine {
        Vaccine(
            code: Code("J07BB02", atc, label: "Grippe, vaccin inactivé"),
            name: "Vaccin contre la grippe",
            time: time,
            lot: "GR-4417"
        )
    }
    static func tetanus(_ time: Instant) -> Vaccine {
        Vaccine(
            code: Code("J07CA01", atc, label: "Diphtérie, poliomyélite, tétanos"),
            name: "Vaccin diphtérie-tétanos-poliomyélite",
            time: time,
            lot: "DTP-2208"
        )
    }
    static func measles(_ time: Instant) -> Vaccine {
        Vaccine(
            code: Code("J07BD52", atc, label: "Rougeole, oreillons, rubéole"),
            name: "Vaccin rougeole-oreillons-rubéole",
            time: time,
            lot: "ROR-0913"
        )
    }
}
