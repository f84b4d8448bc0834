namespace OpenClaw.Host.Cli.Commands.Doctor;

/// <summary>One thing that a check found.</summary>
internal sealed record DoctorFinding(DoctorSeverity Severity, string Message)
{
    /// <summary>The key, file or table it is about.</summary>
    public string? Path { get; init; }

    /// <summary>What should be the case.</summary>
    public string? Requirement { get; init; }

    public string? FixHint { get; init; }

    public DoctorRepair? Repair { get; init; }

    public static DoctorFinding Error(string message) => new(DoctorSeverity.Error, message);

    public static DoctorFinding Warning(string message) => new(DoctorSeverity.Warning, message);

    public static DoctorFinding Info(string message) => new(DoctorSeverity.Info, message);
}
