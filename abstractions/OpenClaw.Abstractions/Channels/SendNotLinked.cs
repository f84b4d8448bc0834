namespace OpenClaw.Channels;

/// <summary>Nothing was sent: the account must log in first. Clients see <c>NOT_LINKED</c>.</summary>
/// <param name="Reason">What to do, for people.</param>
public sealed record SendNotLinked(string Reason) : SendOutcome;
