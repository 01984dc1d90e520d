import HealthRecord
import Testing
import XDSWire

/// CX, CXi, XCN, XON, codes and PID fields (interop facts § 4.1, § 4.2).
@Suite struct ValueCodecTests {
    @Test func patientIdentifierIsCutAtItsType() throws {
        let ins = try Samples.ins()
        let plain = try PatientIdentifier(cx: "\(ins.matricule.text)^^^&1.2.250.1.213.1.4.10&ISO^NH")
        let dated = try PatientIdentifier(cx: "\(ins.matricule.text)^^^&1.2.250.1.213.1.4.10&ISO^NH^^20210604092415")
        #expect(plain == dated)
        #expect(plain.ins == ins)
        #expect(plain == PatientIdentifier(ins))
        #expect(plain.cx == "\(ins.matricule.text)^^^&1.2.250.1.213.1.4.10&ISO^NH")
        let untyped = try PatientIdentifier(cx: "\(ins.matricule.text)^^^&1.2.250.1.213.1.4.10&ISO")
        #expect(untyped.namesSamePatient(as: plain))
    }

    @Test(arguments: [
        ("", ValueFault.empty), ("x", .missingComponent(4)), ("^^^&1.2.3&ISO", .missingComponent(1)),
        ("x^^^&abc&ISO", .badComponent(4)), ("x^^^EPHRA", .badComponent(4)),
    ]) func badPatientIdentifiersAreRefused(text: String, fault: ValueFault) {
        #expect(throws: fault) { try PatientIdentifier(cx: text) }
    }

    @Test(arguments: [-1, 0, 1]) func fieldsHaveALimit(delta: Int) throws {
        let tail = "^^^&1.2.3&ISO"
        let text = String(repeating: "x", count: WireLimits.fieldBytes + delta - tail.utf8.count) + tail
        if delta > 0 {
            #expect(throws: ValueFault.tooLong) { try PatientIdentifier(cx: text) }
        } else {
            #expect(try PatientIdentifier(cx: text).cx == text)
        }
    }

    @Test func professionalIsReadAndWritten() throws {
        let text = "899900063480^MARTIN^Zoé^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS"
        let person = try PersonField(xcn: text)
        #expect(person.author().professional == ProfessionalID("899900063480"))
        #expect(person.xcn == text)
        #expect(PersonField(person.author())?.xcn == text)
    }

    @Test func systemIsUnnamedKind() throws {
        let text = "1.2.3^Éditeur^Automate^^^^^^&1.2.250.1.999&ISO^U^^^RI"
        #expect(PersonField(try PersonField(xcn: text).author())?.xcn == text)
    }

    @Test func patientIsAnAuthor() throws {
        let matricule = try Samples.ins().matricule.text
        let text = "\(matricule)^ESSAI^Jeanne^^^^^^&1.2.250.1.213.1.4.10&ISO^D^^^NH"
        #expect(try PersonField(xcn: text).xcn == text)
    }

    @Test(arguments: [
        ("", ValueFault.empty), ("^^", .missingComponent(1)), ("1^A^B^^^^^^&x&ISO", .badComponent(9)),
    ]) func badPersonsAreRefused(text: String, fault: ValueFault) {
        #expect(throws: fault) { try PersonField(xcn: text) }
    }

    @Test(arguments: [
        "Clinique^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^10B0057881",
        "Service^^^^^&1.2.250.1.71.4.2.2&ISO^SIREN^^^123456782", "Hôpital",
        "A \\T\\ B^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^10B0057881",
    ]) func institutionsComeBackTheSame(text: String) throws {
        let field = try InstitutionField(xon: text)
        #expect(field.xon == text)
        #expect(InstitutionField(field.institution).xon == text)
    }

    @Test(arguments: [("^^^^^&1.2&ISO", ValueFault.missingComponent(1)), ("A^^^^^&b&ISO", .badComponent(6))])
    func badInstitutionsAreRefused(text: String, fault: ValueFault) {
        #expect(throws: fault) { try InstitutionField(xon: text) }
    }

    @Test func escapesStandForSeparators() throws {
        let field = try InstitutionField(xon: "a\\S\\b\\T\\c\\F\\d\\R\\e\\E\\f\\X\\g\\")
        #expect(field.name == "a^b&c|d~e\\f\\X\\g\\")
        #expect(try InstitutionField(xon: field.xon) == field)
    }

    @Test func codesAreReadFromTheirThreeParts() throws {
        let code = try CodedText.code("G15_10/SM26^Médecin^1.2.250.1.213.1.1.4.5")
        #expect(code == Code("G15_10/SM26", CodeSystem.authorSpecialty))
        #expect(code.label == "Médecin")
        #expect(CodedText.text(code) == "G15_10/SM26^Médecin^1.2.250.1.213.1.1.4.5")
        #expect(try CodedText.code("Cardiology") == Code("Cardiology", ""))
        #expect(try CodedText.code("A^^&1.2.3&ISO") == Code("A", "1.2.3"))
        #expect(CodedText.text(Code("Cardiology", "")) == "Cardiology")
        #expect(throws: ValueFault.missingComponent(1)) { try CodedText.code("^x^1.2") }
    }

    @Test func referencesKeepTheirType() throws {
        let text = "A12^^^&1.2.250.1.999.3&ISO^urn:ihe:iti:xds:2013:accession"
        #expect(try ReferenceIdentifier(cxi: text).cxi == text)
        let study = "1.2.3.4^^^^urn:ihe:iti:xds:2016:studyInstanceUID"
        #expect(try ReferenceIdentifier(cxi: study).cxi == study)
        #expect(throws: ValueFault.missingComponent(5)) { try ReferenceIdentifier(cxi: "A12") }
        #expect(throws: ValueFault.badComponent(4)) { try ReferenceIdentifier(cxi: "A^^^&x&ISO^t") }
    }

    @Test(arguments: [
        ("PID-5|A^B", 5 as Int?), ("PID-1|", 1), ("PID-39|x", 39), ("PID-0|x", nil), ("PID-40|x", nil), ("PID-5", nil),
        ("5|x", nil), ("", nil), ("PID-99999999999999999999|x", nil),
    ]) func patientInfoFieldsAreNumbered(text: String, number: Int?) {
        let field = try? PatientInfoField(pid: text)
        #expect(field?.number == number)
        if let field { #expect(field.pid == text) }
    }

    @Test(arguments: 0..<300) func nothingWrittenIntoAFieldCrashes(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("^^^^^^&&\\FSTRE|~1.2x'é\u{0}PID-")
        for _ in 0..<40 {
            let text = String(
                (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    alphabet.randomElement(using: &random) ?? "^"
                }
            )
            if let value = try? PatientIdentifier(cx: text) {
                #expect((try? PatientIdentifier(cx: value.cx)) == value)
            }
            if let value = try? PersonField(xcn: text) { #expect((try? PersonField(xcn: value.xcn)) == value) }
            if let value = try? InstitutionField(xon: text) {
                #expect((try? InstitutionField(xon: value.xon)) == value)
            }
            if let value = try? ReferenceIdentifier(cxi: text) {
                #expect((try? ReferenceIdentifier(cxi: value.cxi)) == value)
            }
            if let value = try? CodedText.code(text) { #expect((try? CodedText.code(CodedText.text(value))) == value) }
            _ = try? PatientInfoField(pid: text)
        }
    }
}
