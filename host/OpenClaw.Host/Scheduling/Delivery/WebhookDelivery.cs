namespace OpenClaw.Host.Scheduling.Delivery;

/// <summary>A call that waits to be made.</summary>
/// <param name="Id">Grows with every call.</param>
/// <param name="Key">Unique.</param>
/// <param name="Url">Where to.</param>
/// <param name="Body">JSON.</param>
/// <param name="RunId">The scheduled run whose result it carries; null for anything else.</param>
/// <param name="Attempts">How often it was tried.</param>
internal sealed record WebhookDelivery(long Id, string Key, string Url, string Body, string? RunId, int Attempts);
