internal import LPSKit

extension Benchmark {
    /// Times twin records that differ only by what is hidden from the reader, and refusals of what is hidden and of what never
    /// was, at every door by which records are read; the answers are read by ranks.
    ///
    /// First both twins without, for control; then one of them is given as much hidden as it has visible. At the end, wrong secrets of
    /// people whom the portal knows and of others.
    public static func silence(_ options: BenchmarkOptions, _ tools: BenchmarkTools) async throws -> SilenceReport {
        let world = try BenchmarkWorld(options, tools)
        do {
            let report = try await silence(options, tools, world)
            await world.shutdown()
            return report
        } catch {
            await world.shutdown()
            throw error
        }
    }

    private static func silence(
        _ options: BenchmarkOptions,
        _ tools: BenchmarkTools,
        _ world: BenchmarkWorld
    ) async throws -> SilenceReport {
        let places = try SilencePlaces(options)
        var world = world
        tools.progress("authorisations")
        try await world.authorise()
        var stage = SilenceStage(options, tools)
        try await stage.measureProfessional(world, places)
        try await stage.measureHolder(world, places)
        tools.progress("wrong secrets of known and unknown people")
        try await stage.measureSignIn(places)
        return stage.report
    }
}
