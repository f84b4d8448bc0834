using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;

namespace OpenClaw.Host.Channels.Verdicts;

/// <summary>What a channel is told about one message, and the reaction the message gets.</summary>
internal sealed record VerdictNote(AccountKey Account, InboundVerdict Verdict, string? Reaction);
