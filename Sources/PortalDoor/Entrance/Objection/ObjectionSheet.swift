import Custody
import HealthRecord
import PageKit
import PrintedPages
import SafeXML
import Wording

/// The proof of an objection, on paper: what the custodian signed and how to have it checked (CSP R1111-28).
struct ObjectionSheet: Sendable {
    let proof: OppositionProof
    let service: ServiceSheet

    /// The file, in one language; the same proof gives the same bytes.
    func printed(_ language: Language) throws(PDFError) -> [UInt8] {
        let pen = PaperPen(title: ObjectionText.sheetTitle(language), day: ParisTime.civil(proof.at).date.iso8601)
        for (rank, line) in service.senderLines.enumerated() {
            pen.put("P", line, rank == 0 ? .sans(11, .bold) : .sans(10), after: 0)
        }
        pen.skip(22)
        pen.put("H1", ObjectionText.sheetTitle(language), .sans(17, .bold), after: 12)
        pen.put("P", ObjectionText.sheetLead(language), .sans(12), after: 14)
        for (label, value) in [
            (ObjectionText.number, CodeGroups.grouped(proof.ins.matricule.text)),
            (.moment, DateText.moment(proof.at)[language]),
        ] {
            pen.put("H2", label(language), .sans(10, .bold), after: 0)
            pen.put("P", value, .sans(13), after: 8)
        }
        pen.put("H2", ObjectionText.code(language), .sans(10, .bold), after: 0)
        pen.put("P", CodeGroups.grouped(proof.codeText), .mono(11), after: 8)
        pen.rule()
        let exact = ObjectionText.exactly(proof.at.iso8601)
        for text in [ObjectionText.check.phrase, exact, ObjectionText.changeMind.phrase] {
            pen.put("P", text[language], .sans(10), after: 4)
        }
        return try pen.finish()
    }
}

extension OppositionProof {
    /// The code as people copy it: two hexadecimal digits a byte.
    var codeText: String { Hex.encode(code).uppercased() }
}
