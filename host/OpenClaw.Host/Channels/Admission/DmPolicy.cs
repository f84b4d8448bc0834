namespace OpenClaw.Host.Channels.Admission;

/// <summary>Who may write to an account directly (<c>dmPolicy</c>).</summary>
internal enum DmPolicy
{
    /// <summary>Those on the list, and those a person let in by their code.</summary>
    Pairing,

    /// <summary>Those on the list.</summary>
    Allowlist,

    /// <summary>Everybody, if the list says so too.</summary>
    Open,

    /// <summary>Nobody.</summary>
    Disabled,
}
