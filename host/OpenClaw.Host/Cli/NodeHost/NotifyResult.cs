namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Answer of <c>system.notify</c>.</summary>
/// <param name="Delivered">Whether it was shown.</param>
/// <param name="Via">Where: desktop or terminal.</param>
internal sealed record NotifyResult(bool Delivered, string Via);
