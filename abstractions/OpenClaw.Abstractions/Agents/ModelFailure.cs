namespace OpenClaw.Agents;

/// <summary>Kinds of failed model calls. The host decides by the kind whether to retry, to fail over or to give up.</summary>
public enum ModelFailure
{
    /// <summary>Nothing else fits.</summary>
    Unknown = 0,

    /// <summary>The key is missing, wrong or not allowed (401, 403). Not retried.</summary>
    Authentication = 1,

    /// <summary>Too many requests (429). Retried after the named time.</summary>
    RateLimited = 2,

    /// <summary>The far end is overloaded or failing (5xx). Retried.</summary>
    Overloaded = 3,

    /// <summary>No connection, a cut stream, or silence. Retried while nothing was said yet.</summary>
    Network = 4,

    /// <summary>The conversation is longer than the model takes. Compacted, then tried again.</summary>
    ContextOverflow = 5,

    /// <summary>The far end refused the content. Not retried.</summary>
    ContentFiltered = 6,

    /// <summary>The request is wrong, for example an unknown model. Not retried.</summary>
    InvalidRequest = 7,

    /// <summary>The answer could not be understood. Retried while nothing was said yet.</summary>
    MalformedResponse = 8,

    /// <summary>The account has no credit left. Not retried.</summary>
    QuotaExceeded = 9,
}
