namespace OpenClaw.Host.Cli.Commands.Doctor;

/// <summary>One finding for scripts.</summary>
internal sealed record DoctorReportFinding(string CheckId, string Severity, string Message, string? Path, string? Requirement, string? FixHint);
