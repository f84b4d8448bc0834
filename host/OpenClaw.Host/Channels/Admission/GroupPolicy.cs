namespace OpenClaw.Host.Channels.Admission;

/// <summary>Which groups an account takes part in (<c>groupPolicy</c>).</summary>
internal enum GroupPolicy
{
    /// <summary>Those in the list, from senders on the list.</summary>
    Allowlist,

    /// <summary>All.</summary>
    Open,

    /// <summary>None.</summary>
    Disabled,
}
