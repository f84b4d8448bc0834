namespace OpenClaw.Client.Transport;

/// <summary>How far a lost connection had come.</summary>
internal sealed record ResumePoint(string Epoch, long Seq);
