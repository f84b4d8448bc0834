namespace OpenClaw.Host.Cli.Commands.Doctor;

/// <summary>What <c>doctor --lint</c> and <c>--json</c> print for scripts.</summary>
internal sealed record DoctorReport(int SchemaVersion, bool Ok, int ChecksRun, int ChecksSkipped, IReadOnlyList<DoctorReportFinding> Findings);
