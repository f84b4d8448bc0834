namespace OpenClaw.Host.Cli.Commands.Doctor;

/// <summary>Who decides about repairs.</summary>
internal enum DoctorMode
{
    /// <summary>Nothing is repaired.</summary>
    ReadOnly,

    /// <summary>A person is asked about each.</summary>
    Ask,

    /// <summary>Those that nobody can lose anything by.</summary>
    SafeOnly,

    /// <summary>All; those that are a choice are asked for.</summary>
    Fix,

    /// <summary>All, without a question.</summary>
    FixAll,
}
