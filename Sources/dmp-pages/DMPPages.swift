import ConfinedWorkers
import PDFPages

/// Draws PDF files for the server that starts it, one file and no second one; nobody starts it by hand.
@main enum DMPPages {
    static func main() {
        ConfinedWorker.run(.drawing, warmUp: { WarmUp.succeeds }) { wire in
            guard let opening = wire.hear(PDFFrame.jobBytes), let job = PDFFrame.job(opening),
                let file = wire.hear(job.file)
            else { return false }
            wire.say(PDFFrame.answer(PDFFile.drawn(file), number: job.number))
            return true
        }
    }
}
