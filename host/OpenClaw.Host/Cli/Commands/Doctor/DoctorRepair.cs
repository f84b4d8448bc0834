namespace OpenClaw.Host.Cli.Commands.Doctor;

/// <summary>What can be done about a finding. It never reaches the network, and keeps a copy of what it changes.</summary>
/// <param name="What">Completes "Shall I ...?" and "doctor --fix would ...".</param>
/// <param name="RunAsync">Does it and says what was done.</param>
internal sealed record DoctorRepair(string What, Func<CancellationToken, Task<string>> RunAsync)
{
    /// <summary>Nobody can lose anything by it; done without a question also where nobody is there to answer.</summary>
    public bool IsSafe { get; init; }

    /// <summary>A choice of the owner: asked for even with --fix, unless --yes says so.</summary>
    public bool IsChoice { get; init; }

    /// <summary>One that waits for nothing.</summary>
    public static DoctorRepair Of(string what, Func<string> run) => new(what, _ => Task.FromResult(run()));
}
