namespace OpenClaw.Channels;

/// <summary>The inbox's answer.</summary>
/// <param name="Disposition">What became of the message.</param>
/// <param name="Reason">Why it was refused, where it was.</param>
public sealed record InboundReceipt(InboundDisposition Disposition, string? Reason = null);
