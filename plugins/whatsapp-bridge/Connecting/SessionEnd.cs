namespace OpenClaw.Channels.WhatsApp.Connecting;

/// <summary>How a bridge's life came to its end.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Reason">For people.</param>
/// <param name="Health">A word for the state the account is left in.</param>
internal sealed record SessionEnd(SessionEndKind Kind, string Reason, string? Health = null);
