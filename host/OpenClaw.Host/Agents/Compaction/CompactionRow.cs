using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Compaction;

/// <summary>A message that models see, with its place and its guessed size.</summary>
internal sealed record CompactionRow(long Seq, int Tokens, TranscriptMessage Message);
