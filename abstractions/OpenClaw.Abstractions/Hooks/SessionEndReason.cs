namespace OpenClaw.Hooks;

/// <summary>Why a conversation ended. Later versions may add reasons.</summary>
public enum SessionEndReason
{
    /// <summary>Somebody asked for a new one.</summary>
    Reset,

    /// <summary>It was old enough by <c>session.reset</c> when the next message came.</summary>
    Expired,

    /// <summary>Somebody deleted the session.</summary>
    Deleted,

    /// <summary>The gateway removed the session, as <c>session.maintenance</c> or its job asks for.</summary>
    Removed,
}
