namespace OpenClaw.Channels.WhatsApp.Connecting;

/// <summary>Why a bridge's life came to its end.</summary>
internal enum SessionEndKind
{
    /// <summary>Somebody asked for it.</summary>
    Asked,

    /// <summary>It ended by itself, did not begin, or did not answer.</summary>
    Crashed,

    /// <summary>No phone has linked the account, and nobody is about to.</summary>
    Unlinked,

    /// <summary>The phone, or WhatsApp, removed this device.</summary>
    LoggedOut,

    /// <summary>WhatsApp refuses in a way that trying again makes worse.</summary>
    Blocked,

    /// <summary>WhatsApp was not to be reached for a long time.</summary>
    GaveUp,
}
