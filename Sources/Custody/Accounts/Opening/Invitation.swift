public import HealthRecord

/// Somebody who may open a record: who he is, and how letters reach him.
public struct Invitation: Sendable, Hashable, Codable {
    /// The matricule under which the record will be opened.
    public let ins: INS
    /// Traits, checked when the letter is used.
    public let traits: PatientTraits
    /// The set under which the record opens; nil for that of the deployment on the day of the opening.
    public let policySet: String?
    /// On whose order, as the first trace of the record will say; nil where the service invites by itself.
    var ordered: [String: String]?

    /// Joins both.
    public init(ins: INS, traits: PatientTraits, policySet: String? = nil) {
        self.ins = ins
        self.traits = traits
        self.policySet = policySet
    }

    /// The same on the order under which the current task works.
    var underOrder: Invitation {
        var named = self
        named.ordered = OrderInForce.current?.order.details
        return named
    }
}

/// What a person gives to open his record with the first letter.
public struct OpeningRequest: Sendable, Codable {
    /// The matricule.
    public let ins: QualifiedINS
    /// The first letter's code.
    public let code: String
    /// The day of birth, which the letter does not print.
    public let birthDate: CalendarDate
    /// The secret chosen.
    public let secret: String
    /// Mobile number for codes.
    public let phone: String?
    /// E-mail address for codes.
    public let email: String?
    /// Wishes for emergencies, as far as they were said.
    public let emergency: StatedWishes

    /// Joins the parts.
    public init(
        ins: QualifiedINS,
        code: String,
        birthDate: CalendarDate,
        secret: String,
        phone: String?,
        email: String?,
        stating emergency: StatedWishes
    ) {
        self.ins = ins
        self.code = code
        self.birthDate = birthDate
        self.secret = secret
        self.phone = phone
        self.email = email
        self.emergency = emergency
    }

    /// The same with every wish for emergencies said.
    public init(
        ins: QualifiedINS,
        code: String,
        birthDate: CalendarDate,
        secret: String,
        phone: String?,
        email: String?,
        emergency: EmergencyWishes
    ) {
        self.init(
            ins: ins,
            code: code,
            birthDate: birthDate,
            secret: secret,
            phone: phone,
            email: email,
            stating: StatedWishes(emergency)
        )
    }

    private enum CodingKeys: String, CodingKey { case code, birthDate, secret, phone, email, emergency, ins, domain }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let ins = try container.decode(INS.self, forKey: .ins)
        guard let qualified = QualifiedINS(ins, in: ins.root.isProduction ? .production : .rehearsal) else {
            throw DecodingError.dataCorruptedError(forKey: .ins, in: container, debugDescription: "not qualified")
        }
        self.init(
            ins: qualified,
            code: try container.decode(String.self, forKey: .code),
            birthDate: try container.decode(CalendarDate.self, forKey: .birthDate),
            secret: try container.decode(String.self, forKey: .secret),
            phone: try container.decodeIfPresent(String.self, forKey: .phone),
            email: try container.decodeIfPresent(String.self, forKey: .email),
            stating: try container.decode(StatedWishes.self, forKey: .emergency)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(ins.ins, forKey: .ins)
        try container.encode(code, forKey: .code)
        try container.encode(birthDate, forKey: .birthDate)
        try container.encode(secret, forKey: .secret)
        try container.encodeIfPresent(phone, forKey: .phone)
        try container.encodeIfPresent(email, forKey: .email)
        try container.encode(emergency, forKey: .emergency)
    }
}
