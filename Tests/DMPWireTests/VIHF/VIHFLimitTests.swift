import HealthRecord
import Testing

@testable import DMPWire

/// Parts of an assertion one byte, or one role, below, at and above what is read.
@Suite struct VIHFLimitTests {
    private static func check(_ vihf: VIHF, _ step: Int, _ refusal: VIHFError) throws {
        let text = VIHFReadTests.text(vihf)
        if step > 0 {
            #expect(throws: refusal) { try VIHFReadTests.read(text) }
        } else {
            #expect(try VIHFReadTests.read(text) == vihf)
        }
    }

    private static func text(_ length: Int) -> String { String(repeating: "x", count: length) }

    @Test(arguments: [-1, 0, 1]) func aTextOfTheFrameEndsAtItsLength(step: Int) throws {
        var vihf = try VIHFReadTests.sample()
        vihf.nameID = Self.text(VIHFFrame.maximumText + step)
        try Self.check(vihf, step, VIHFError("NameID", .malformed))
    }

    @Test(arguments: [-1, 0, 1]) func anAudienceEndsAtItsLength(step: Int) throws {
        var vihf = try VIHFReadTests.sample()
        vihf.audiences = [["urn:a", Self.text(VIHFFrame.maximumText + step)]]
        try Self.check(vihf, step, VIHFError("Audience", .malformed))
    }

    @Test(arguments: [-1, 0, 1]) func theDeclarationOfHowOneWasKnownEndsAtItsLength(step: Int) throws {
        var vihf = try VIHFReadTests.sample()
        vihf.authenticationDeclaration = Self.text(VIHFFrame.maximumText + step)
        try Self.check(vihf, step, VIHFError("AuthnContextDecl", .malformed))
    }

    @Test(arguments: [-1, 0, 1]) func anIdentifierEndsAtItsLength(step: Int) throws {
        var vihf = try VIHFReadTests.sample()
        vihf.id = "_" + Self.text(VIHFFrame.maximumAttribute + step - 1)
        try Self.check(vihf, step, VIHFError("Assertion/@ID", .malformed))
    }

    @Test(arguments: [-1, 0, 1]) func aCodeEndsAtItsLength(step: Int) throws {
        var vihf = try VIHFReadTests.sample()
        let value = Self.text(VIHFAttributes.maximumCode + step)
        vihf.roles = [Code(value, CodeSystem.profession)]
        try Self.check(vihf, step, VIHFError(VIHFAttribute.role.rawValue, .malformed))
        vihf = try VIHFReadTests.sample()
        vihf.tier = Code(value, "1.2.250.1.213.1.5.1.1.1")
        try Self.check(vihf, step, VIHFError(VIHFAttribute.tier.rawValue, .malformed))
    }

    @Test(arguments: [-1, 0, 1]) func theLabelOfARoleEndsAtItsLength(step: Int) throws {
        var vihf = try VIHFReadTests.sample()
        let label = Self.text(VIHFAttributes.maximumLength + step)
        vihf.roles = [Code("10", CodeSystem.profession, label: label)]
        try Self.check(vihf, step, VIHFError(VIHFAttribute.role.rawValue, .malformed))
    }

    @Test(arguments: [-1, 0, 1]) func rolesEndAtTheirNumber(step: Int) throws {
        var vihf = try VIHFReadTests.sample()
        vihf.roles = (0..<VIHF.maximumRoles + step).map { Code("\($0)", CodeSystem.specialty) }
        try Self.check(vihf, step, VIHFError(VIHFAttribute.role.rawValue, .repeated))
    }
}
