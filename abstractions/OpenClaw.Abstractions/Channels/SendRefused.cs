namespace OpenClaw.Channels;

/// <summary>Nothing was sent, and trying again changes nothing, for example an unknown chat.</summary>
/// <param name="Code">A stable code, for example <c>chat_not_found</c>.</param>
/// <param name="Reason">What happened, for people; no secrets.</param>
public sealed record SendRefused(string Code, string Reason) : SendOutcome;
