namespace OpenClaw.Host.Agents.Models.Failover;

/// <summary>What a failed model call means for what is tried next.</summary>
internal enum FailureClass
{
    /// <summary>Nothing is known: the next candidate.</summary>
    Unknown = 0,

    /// <summary>The credential was refused: the next candidate, and a pause for the credential.</summary>
    Credential,

    /// <summary>The account has no credit: the next candidate, and a long pause for the credential.</summary>
    Billing,

    /// <summary>There is no such model: the next candidate.</summary>
    Model,

    /// <summary>Too much was asked: the same model again for a while, then the next candidate, and a pause for the model.</summary>
    RateLimit,

    /// <summary>It may work the next time: the same model again for a while, then the next candidate.</summary>
    Transient,

    /// <summary>The call itself is wrong or unwelcome: nothing else is tried.</summary>
    Final,
}
