namespace OpenClaw.Host.Cli.Commands.Doctor;

/// <summary>How bad a finding is, in the order of badness.</summary>
internal enum DoctorSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>It works, and somebody should look at it.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Error,
}
